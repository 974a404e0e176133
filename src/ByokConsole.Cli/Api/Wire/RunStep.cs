namespace ByokConsole.Cli.Api.Wire;

/// <summary>One step of a run.</summary>
internal sealed record RunStep
{
    public required string Name { get; init; }
    public required string Title { get; init; }
    public required string State { get; init; }
    public string Note { get; init; } = "";
    public DateTimeOffset? StartedAt { get; init; }
    public DateTimeOffset? EndedAt { get; init; }
}
