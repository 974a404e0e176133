using System.ComponentModel;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using ByokConsole.Core.Drafts;
using ByokConsole.Core.Provisioning;
using ByokConsole.Core.Revocation;
using ByokConsole.Web.Api.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace ByokConsole.Web.Api.Runs;

/// <summary>Runs: listed, read, followed, answered and cancelled. What starts one stands with what it is about.</summary>
internal static class RunEndpoints
{
    public static void MapRuns(this RouteGroupBuilder api)
    {
        var runs = api.MapGroup("/runs").WithTags("Runs");
        runs.MapGet("", ListAsync).WithName("ListRuns").WithSummary("Runs, newest first.");
        runs.MapGet("/{id}", FindAsync).WithName("GetRun").WithSummary("One run, as it stands.").ProducesProblem(404);
        runs.MapGet("/{id}/log", LogAsync).WithName("GetRunLog").WithSummary("Lines of a run's log, in order.").ProducesProblem(404);
        runs.MapGet("/{id}/events", EventsAsync).WithName("FollowRun").Produces<RunReading>(200, "text/event-stream").ProducesProblem(404)
            .WithSummary("The run as it stands, and again at each change until it ends, as server-sent events: each is called run, and its data has the shape below.");
        runs.MapPost("/{id}/answer", AnswerAsync).WithName("AnswerRun").ProducesProblem(404).ProducesProblem(409).ProducesProblem(422)
            .WithSummary("Answers what the run asks.");
        runs.MapPost("/{id}/cancel", CancelAsync).WithName("CancelRun").ProducesProblem(404).ProducesProblem(409)
            .WithSummary("Ends the run, as long as nothing was made by it.");
        runs.MapPost("/{id}/return", ReturnAsync).WithName("ReturnFromRevocation").ProducesProblem(409)
            .WithSummary("The way back after a revocation: starts a run that brings the vault key and its grants back. The cluster stays gone.");
    }

    private static async Task<Ok<Page<RunReading>>> ListAsync(
        RunService runs, [AsParameters] PageRequest page, HttpContext context, [FromQuery(Name = "environment_id"), Description("Runs of this environment alone.")] string? environmentId = null,
        [Description("What the run does, as kind of a run says it.")] string? kind = null, [Description("How the run stands, as state of a run says it.")] string? state = null)
    {
        var (ofKind, inState) = (Word.Read<RunKind>(kind, nameof(kind)), Word.Read<RunState>(state, nameof(state)));
        var all = await runs.ListAsync(environmentId, context.RequestAborted);
        return TypedResults.Ok(page.Of<RunReading>(
            [.. all.Where(run => (ofKind is null || run.Kind == ofKind) && (inState is null || run.State == inState)).Select(RunReading.Of)], context.Request));
    }

    private static async Task<Results<Ok<RunReading>, ProblemHttpResult>> FindAsync(string id, RunService runs, CancellationToken cancellationToken)
        => await runs.FindAsync(id, cancellationToken) is { } run ? TypedResults.Ok(RunReading.Of(run)) : Missing(id);

    private static async Task<Results<Ok<Page<RunEvent>>, ProblemHttpResult>> LogAsync(
        string id, RunService runs, [AsParameters] PageRequest page, HttpContext context, [Description("Lines after the one of this number.")] int after = 0)
        => await runs.FindAsync(id, context.RequestAborted) is null
            ? Missing(id)
            : TypedResults.Ok(page.Of(await runs.EventsAsync(id, after, context.RequestAborted), context.Request));

    private static async Task<IResult> EventsAsync(string id, RunService runs, CancellationToken cancellationToken)
        => await runs.FindAsync(id, cancellationToken) is null ? Missing(id) : TypedResults.ServerSentEvents(FollowAsync(id, runs, cancellationToken));

    private static async IAsyncEnumerable<SseItem<RunReading>> FollowAsync(
        string id, RunService runs, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var run in runs.WatchAsync(id, cancellationToken))
            yield return new SseItem<RunReading>(RunReading.Of(run), "run");
    }

    private static async Task<Results<Accepted<RunReading>, ProblemHttpResult>> AnswerAsync(
        string id, AnswerToRun answer, RunService runs, CancellationToken cancellationToken)
    {
        if (await runs.FindAsync(id, cancellationToken) is null)
            return Missing(id);
        var given = new PersonAnswer(answer.Mark, answer.Choice, DraftService.LocalOperator) { Text = answer.Text, Options = answer.Options };
        var outcome = await runs.AnswerAsync(id, given, cancellationToken);
        return outcome is AnswerOutcome.Accepted
            ? TypedResults.Accepted($"{ConsoleApi.Root}/runs/{id}", RunReading.Of((await runs.FindAsync(id, cancellationToken))!))
            : NotTaken(outcome);
    }

    private static async Task<Results<Ok<RunReading>, ProblemHttpResult>> CancelAsync(string id, RunService runs, CancellationToken cancellationToken)
    {
        if (await runs.FindAsync(id, cancellationToken) is null)
            return Missing(id);
        var isCancelled = await runs.CancelAsync(id, cancellationToken);
        var run = (await runs.FindAsync(id, cancellationToken))!;
        return isCancelled || run.State is RunState.Cancelled
            ? TypedResults.Ok(RunReading.Of(run))
            : ApiProblems.Of(409, "too_late_to_cancel", run.HasEnded ? $"Run {id} has ended." : $"Run {id} has begun to make something: it goes on, so that nothing is left half done.");
    }

    private static async Task<Results<Accepted<RunReading>, ProblemHttpResult>> ReturnAsync(
        string id, RevocationService revocations, CancellationToken cancellationToken)
        => RunOutcomes.Of(await revocations.StartReturnAsync(id, DraftService.LocalOperator, cancellationToken));

    private static ProblemHttpResult NotTaken(AnswerOutcome outcome) => outcome switch
    {
        AnswerOutcome.NoLongerAsked => ApiProblems.Of(409, "no_longer_asked", "The run asks something else now, or nothing. Read it again before answering."),
        AnswerOutcome.OptionMissing => ApiProblems.Of(422, "option_missing", "This choice counts only with the options that are required."),
        AnswerOutcome.TextMissing => ApiProblems.Of(422, "text_missing", "This choice needs a text."),
        AnswerOutcome.TextDiffers => ApiProblems.Of(422, "text_differs", "The text is not what has to be typed."),
        _ => ApiProblems.Of(422, "text_too_long", $"The text is longer than {PersonAnswer.MaxTextLength} characters."),
    };

    private static ProblemHttpResult Missing(string id) => ApiProblems.NotFound($"There is no run {id}.");
}
