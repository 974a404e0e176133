namespace ByokConsole.Cli.Api.Wire;

/// <summary>What one check found.</summary>
internal sealed record Check
{
    public required string Code { get; init; }
    public required string Title { get; init; }
    public required string State { get; init; }
    public string Detail { get; init; } = "";
    public string? Means { get; init; }
    public string? Takes { get; init; }
    public string? Observed { get; init; }
    public string? Expected { get; init; }
    public DateTimeOffset? Since { get; init; }
    public IReadOnlyList<string>? Commands { get; init; }
}
