using ByokConsole.Core.Drafts;
using ByokConsole.Core.Provisioning;
using ByokConsole.Web.Api.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ByokConsole.Web.Api.Runs;

/// <summary>How the API answers a request that starts a run: accepted, with the run and where it is followed; or why not.</summary>
internal static class RunOutcomes
{
    public static Results<Accepted<RunReading>, ProblemHttpResult> Of(
        OrderOutcome outcome, Func<DraftField, string?> pointerOf) => outcome switch
    {
        OrderOutcome.Started started => Accepted(started.Run, [.. started.Warnings.Select(warning => ApiError.Of(warning, pointerOf))]),
        OrderOutcome.Refused refused => ApiProblems.Refused(refused.Report, pointerOf),
        OrderOutcome.InTheWay other => InTheWay(other),
        OrderOutcome.Blocked blocked => ApiProblems.Of(blocked.Fault),
        _ => throw new InvalidOperationException($"Nothing is known of {outcome.GetType().Name}."),
    };

    public static Results<Accepted<RunReading>, ProblemHttpResult> Of(Core.Clouds.Answer<Run> answer)
        => answer.IsOk ? Accepted(answer.Value, []) : ApiProblems.Of(answer.Fault);

    private static ProblemHttpResult InTheWay(OrderOutcome.InTheWay other)
    {
        var isReused = other.Code == RunOrders.KeyReused;
        var problem = ApiProblems.Of(isReused ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status409Conflict, other.Code, other.Detail);
        problem.ProblemDetails.Extensions["run_id"] = other.Run.Id;
        return problem;
    }

    private static Accepted<RunReading> Accepted(Run run, IReadOnlyList<ApiError> warnings)
        => TypedResults.Accepted($"{ConsoleApi.Root}/runs/{run.Id}", RunReading.Of(run) with { Warnings = warnings });
}
