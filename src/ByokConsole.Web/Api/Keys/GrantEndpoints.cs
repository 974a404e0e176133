using ByokConsole.Core.Drafts;
using ByokConsole.Core.Grants;
using ByokConsole.Core.Preflight;
using ByokConsole.Core.Provisioning;
using ByokConsole.Web.Api.Preflight;
using ByokConsole.Web.Api.Problems;
using ByokConsole.Web.Api.Runs;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace ByokConsole.Web.Api.Keys;

/// <summary>The grant of a registration: where it stands, and the run that gives it.</summary>
internal static class GrantEndpoints
{
    public static void MapGrants(this RouteGroupBuilder keys)
    {
        keys.MapGet("/{id}/grant", LookAsync).WithName("GetGrant").WithTags("Grants").ProducesProblem(404)
            .WithSummary("Where the grant stands, asked now.");
        keys.MapPost("/{id}/grant", GiveAsync).WithName("GrantAccess").WithTags("Grants").ProducesProblem(404).ProducesProblem(409)
            .WithSummary("Starts the run that gives the registration's application its two roles at the vault; of a key in use, the run that puts them back.");
    }

    private static async Task<Results<Ok<GrantReading>, ProblemHttpResult>> LookAsync(string id, Admission admission, CancellationToken cancellationToken)
    {
        var draft = Drafting.New("");
        if (await admission.FillInAsync(draft, id, cancellationToken) is { } fault)
            return ApiProblems.Of(fault);
        var results = await admission.OfGrantAsync(draft, cancellationToken);
        var (present, inForce) = (Of(results, CheckName.GrantPresent), Of(results, CheckName.GrantInForce));
        var status = GrantStatus.Of(present, inForce);
        return TypedResults.Ok(new GrantReading(id, status.Phase, status.Explanation, [.. new[] { present, inForce }.OfType<CheckResult>().Select(result => CheckReading.Of(result, isBound: false))])
        {
            ApplicationId = draft.ApplicationId,
            KeyVaultId = draft.VaultResourceId,
            TenantId = draft.TenantId,
            Since = status.Since,
        });
    }

    private static CheckResult? Of(IReadOnlyList<CheckResult> results, CheckName check) => results.FirstOrDefault(result => result.Check == check);

    private static async Task<Results<Accepted<RunReading>, ProblemHttpResult>> GiveAsync(
        string id, RunOrders orders, CancellationToken cancellationToken, [FromHeader(Name = IdempotencyKey.Header)] string? idempotencyKey = null)
        => IdempotencyKey.ProblemWith(idempotencyKey)
            ?? RunOutcomes.Of(await orders.GrantAccessAsync(id, idempotencyKey, DraftService.LocalOperator, cancellationToken), Pointers.InKey);
}
