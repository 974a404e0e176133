using ByokConsole.Core.Drafts;
using ByokConsole.Core.Preflight;

namespace ByokConsole.Web.Api.Problems;

/// <summary>One thing that speaks against a request. The shape of an entry in Confluent's <c>errors[]</c> (Confluent Cloud API, "Errors").</summary>
/// <param name="Code">What it is known by at every door: a check's name, or a field that is missing or invalid.</param>
/// <param name="Detail">What happened, and what to do.</param>
public sealed record ApiError(string Code, string Detail)
{
    /// <summary>What was seen, or null.</summary>
    public string? Observed { get; init; }

    /// <summary>What would pass, or null.</summary>
    public string? Expected { get; init; }

    /// <summary>Which part of the request it is about, or null.</summary>
    public ApiErrorSource? Source { get; init; }

    public static ApiError Of(DraftProblem problem, Func<DraftField, string?> pointerOf)
        => new(problem.Code, problem.Message) { Source = At(pointerOf(problem.Field)) };

    public static ApiError Of(CheckResult result, Func<DraftField, string?> pointerOf) => new(result.Code, result.Explanation)
    {
        Observed = result.Observed,
        Expected = result.Expected,
        Source = result.Fields is [var field, ..] ? At(pointerOf(field)) : null,
    };

    private static ApiErrorSource? At(string? pointer) => pointer is null ? null : new ApiErrorSource(pointer);
}
