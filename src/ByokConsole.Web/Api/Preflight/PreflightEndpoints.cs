using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using ByokConsole.Core.Clouds;
using ByokConsole.Core.Drafts;
using ByokConsole.Core.Preflight;
using ByokConsole.Web.Api.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ByokConsole.Web.Api.Preflight;

/// <summary>The checks of a key, at once or as they come.</summary>
internal static class PreflightEndpoints
{
    public static void MapPreflight(this RouteGroupBuilder api)
    {
        var preflight = api.MapGroup("/preflight").WithTags("Preflight");
        preflight.MapPost("", AskAsync).WithName("AskPreflight").ProducesProblem(404).ProducesProblem(502)
            .WithSummary("Asks every check of a key, and answers when all have answered.");
        preflight.MapPost("/stream", StreamAsync).WithName("StreamPreflight").Produces<CheckReading>(200, "text/event-stream").ProducesProblem(404).ProducesProblem(502)
            .WithSummary("Asks every check of a key, and sends each answer as a server-sent event called check, whose data has the shape below, and at the end all of them, called done, as AskPreflight answers.");
    }

    private static async Task<Results<Ok<PreflightReading>, ProblemHttpResult>> AskAsync(KeyToCheck key, Admission admission, HttpContext context)
    {
        if (key.IsAmbiguous)
            return Ambiguous;
        var (draft, fault) = await DraftAsync(key, admission, context.RequestAborted);
        return fault is not null ? ApiProblems.Of(fault) : TypedResults.Ok(PreflightReading.Of(await JudgeAsync(draft, admission, context.RequestAborted)));
    }

    private static async Task<IResult> StreamAsync(KeyToCheck key, Admission admission, PreflightRunner runner, HttpContext context)
    {
        if (key.IsAmbiguous)
            return Ambiguous;
        var (draft, fault) = await DraftAsync(key, admission, context.RequestAborted);
        return fault is not null ? ApiProblems.Of(fault) : TypedResults.ServerSentEvents(CheckAsync(draft, runner, context.RequestAborted));
    }

    private static async IAsyncEnumerable<SseItem<object>> CheckAsync(
        ClusterDraft draft, PreflightRunner runner, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        List<CheckResult> results = [];
        await foreach (var result in runner.RunAsync(DraftSubject.Of(draft), cancellationToken))
        {
            results.Add(result);
            yield return new SseItem<object>(CheckReading.Of(result, isBound: false), "check");
        }
        var report = new AdmissionReport(Problems(draft), [.. results.OrderBy(result => result.Check)]);
        yield return new SseItem<object>(PreflightReading.Of(report), "done");
    }

    private static ProblemHttpResult Ambiguous => ApiProblems.Of(
        StatusCodes.Status422UnprocessableEntity, "ambiguous_key", "Give registration_id, or the three fields of the key: a registration has its own.");

    private static async Task<(ClusterDraft Draft, CloudFault? Fault)> DraftAsync(KeyToCheck key, Admission admission, CancellationToken cancellationToken)
    {
        var draft = Drafting.OfKey("", key.KeyId, key.KeyVaultId, key.TenantId, key.MaterialGenerated);
        draft.Region = key.Region?.Trim();
        return (draft, key.RegistrationId is { } id ? await admission.FillInAsync(draft, id.Trim(), cancellationToken) : null);
    }

    private static async Task<AdmissionReport> JudgeAsync(ClusterDraft draft, Admission admission, CancellationToken cancellationToken)
        => await admission.OfKeyAsync(draft, cancellationToken) with { Problems = Problems(draft) };

    private static IReadOnlyList<DraftProblem> Problems(ClusterDraft draft) => draft.RegistrationId is null ? Admission.ProblemsOfKey(draft) : [];
}
