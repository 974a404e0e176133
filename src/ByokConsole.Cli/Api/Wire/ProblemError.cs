namespace ByokConsole.Cli.Api.Wire;

/// <summary>One of the things that speak against a request.</summary>
internal sealed record ProblemError
{
    public string Code { get; init; } = "";
    public string Detail { get; init; } = "";
    public string? Observed { get; init; }
    public string? Expected { get; init; }
    public ProblemSource? Source { get; init; }
}
