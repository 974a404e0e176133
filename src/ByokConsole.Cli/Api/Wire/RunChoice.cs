namespace ByokConsole.Cli.Api.Wire;

/// <summary>One possible answer.</summary>
internal sealed record RunChoice
{
    public required string Id { get; init; }
    public required string Label { get; init; }
    public string? TextLabel { get; init; }
    public string? ExpectedText { get; init; }
    public bool IsIrreversible { get; init; }
    public IReadOnlyList<RunOption>? Options { get; init; }
}
