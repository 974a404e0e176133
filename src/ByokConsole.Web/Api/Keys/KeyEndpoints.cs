using ByokConsole.Core.Drafts;
using ByokConsole.Core.KeyHealth;
using ByokConsole.Core.Keys;
using ByokConsole.Core.Provisioning;
using ByokConsole.Web.Api.Problems;
using ByokConsole.Web.Api.Runs;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace ByokConsole.Web.Api.Keys;

/// <summary>Registered keys: listed, read, registered, renamed, deleted.</summary>
internal static class KeyEndpoints
{
    public static void MapKeys(this RouteGroupBuilder api)
    {
        var keys = api.MapGroup("/keys").WithTags("Keys");
        keys.MapGet("", ListAsync).WithName("ListKeys").WithSummary("Registered keys: the worst first, then by what comes next.").ProducesProblem(502);
        keys.MapPost("", RegisterAsync).WithName("RegisterKey").ProducesProblem(409).ProducesProblem(422)
            .WithSummary("Starts the run that registers a key, if every check passes that can be asked before.");
        keys.MapGet("/{id}", FindAsync).WithName("GetKey").WithSummary("One key, read now from both clouds.").ProducesProblem(404);
        keys.MapPatch("/{id}", RenameAsync).WithName("RenameKey").WithSummary("Gives a registration another display name.").ProducesProblem(404).ProducesProblem(422);
        keys.MapDelete("/{id}", DeleteAsync).WithName("DeleteKey").ProducesProblem(409)
            .WithSummary("Deletes a registration that is free. The key in Azure is not touched.");
        keys.MapGet("/{id}/health", HealthAsync).WithName("GetKeyHealth").WithSummary("What the newest round of checks found.").ProducesProblem(404);
        keys.MapPost("/{id}/health", CheckAsync).WithName("CheckKeyHealth").WithSummary("Asks every check now.").ProducesProblem(404);
        keys.MapGrants();
    }

    private static async Task<Results<Ok<Page<KeyReading>>, ProblemHttpResult>> ListAsync(
        [AsParameters] KeyFilter filter, [AsParameters] PageRequest page, KeyCatalog keys, HttpContext context)
    {
        var admits = filter.Read();
        var listing = await keys.ListAsync(fresh: true, context.RequestAborted);
        return listing is { Fault: { } fault, Rows.Count: 0 }
            ? ApiProblems.Of(fault)
            : TypedResults.Ok(page.Of<KeyReading>([.. listing.Rows.Where(admits).Select(KeyReading.Of)], context.Request));
    }

    private static async Task<Results<Accepted<RunReading>, ProblemHttpResult>> RegisterAsync(
        NewKey key, RunOrders orders, CancellationToken cancellationToken, [FromHeader(Name = IdempotencyKey.Header)] string? idempotencyKey = null)
    {
        if (IdempotencyKey.ProblemWith(idempotencyKey) is { } problem)
            return problem;
        var draft = Drafting.OfKey("", key.KeyId, key.KeyVaultId, key.TenantId, key.MaterialGenerated);
        (draft.DisplayName, draft.Region) = (key.DisplayName?.Trim() ?? "", key.Region?.Trim());
        return RunOutcomes.Of(await orders.RegisterKeyAsync(draft, idempotencyKey, DraftService.LocalOperator, cancellationToken), Pointers.InKey);
    }

    private static async Task<Results<Ok<KeyDetailsReading>, ProblemHttpResult>> FindAsync(string id, KeyDetailsReader reader, CancellationToken cancellationToken)
    {
        var read = await reader.ReadAsync(id, cancellationToken);
        return read.IsOk ? TypedResults.Ok(KeyDetailsReading.Of(read.Value)) : ApiProblems.Of(read.Fault);
    }

    private static async Task<Results<Ok<KeyReading>, ProblemHttpResult>> RenameAsync(
        string id, KeyChange change, KeyNames names, KeyCatalog keys, CancellationToken cancellationToken)
    {
        var name = change.DisplayName ?? "";
        if (KeyNames.ProblemWith(name) is { } problem)
            return ApiProblems.Of(422, name.Length == 0 ? "missing_display_name" : "invalid_display_name", problem);
        if (await names.RenameAsync(id, name, cancellationToken) is { } fault)
            return ApiProblems.Of(fault);
        var read = await keys.FindAsync(id, cancellationToken);
        return read.IsOk ? TypedResults.Ok(KeyReading.Of(read.Value)) : ApiProblems.Of(read.Fault);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> DeleteAsync(string id, KeyRetirement retirement, CancellationToken cancellationToken)
        => await retirement.DeleteAsync(id, cancellationToken) is { } fault ? ApiProblems.Of(fault) : TypedResults.NoContent();

    private static async Task<Results<Ok<HealthReading>, ProblemHttpResult>> HealthAsync(string id, KeyDetailsReader reader, CancellationToken cancellationToken)
    {
        var read = await reader.ReadHealthAsync(id, cancellationToken);
        if (!read.IsOk)
            return ApiProblems.Of(read.Fault);
        var (row, changes) = read.Value;
        return row.Health is { } report
            ? TypedResults.Ok(HealthReading.Of(report, row.Standing, changes))
            : ApiProblems.Of(404, "not_checked_yet", $"{id} was not checked yet: keys in use are, every few minutes. Ask for a check with POST.");
    }

    private static async Task<Results<Ok<HealthReading>, ProblemHttpResult>> CheckAsync(
        string id, KeySweep sweep, KeyDetailsReader reader, CancellationToken cancellationToken)
    {
        await sweep.CheckAsync(id, cancellationToken);
        return await HealthAsync(id, reader, cancellationToken);
    }
}
