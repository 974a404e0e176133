namespace ByokConsole.Cli.Api.Wire;

/// <summary>What the rules and the checks say about a key.</summary>
internal sealed record PreflightReport
{
    public required bool Passes { get; init; }
    public required IReadOnlyList<ProblemError> Errors { get; init; }
    public required IReadOnlyList<Check> Checks { get; init; }
}
