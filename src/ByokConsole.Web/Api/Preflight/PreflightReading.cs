using ByokConsole.Core.Preflight;
using ByokConsole.Web.Api.Problems;

namespace ByokConsole.Web.Api.Preflight;

/// <summary>What the rules and the checks say about a key.</summary>
/// <param name="Passes">True when nothing fails. Something may still be waiting, or be no more than warned of.</param>
/// <param name="Errors">What the rules find wrong with the fields' text.</param>
/// <param name="Checks">Every check, in a fixed order.</param>
public sealed record PreflightReading(bool Passes, IReadOnlyList<ApiError> Errors, IReadOnlyList<CheckReading> Checks)
{
    internal static PreflightReading Of(AdmissionReport report)
        => new(!report.IsRefused, [.. report.Problems.Select(problem => ApiError.Of(problem, Pointers.InKey))], [.. report.Results.Select(result => CheckReading.Of(result, isBound: false))]);
}
