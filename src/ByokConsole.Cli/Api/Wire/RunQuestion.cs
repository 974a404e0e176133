namespace ByokConsole.Cli.Api.Wire;

/// <summary>What a run asks a person.</summary>
internal sealed record RunQuestion
{
    /// <summary>Goes back with the answer, so that a stale one is told apart.</summary>
    public required string Mark { get; init; }
    public required string Text { get; init; }
    public required IReadOnlyList<RunChoice> Choices { get; init; }

    /// <summary>Does the same by hand.</summary>
    public string? Command { get; init; }
}
