namespace ByokConsole.Cli.Api.Wire;

/// <summary>A box to tick beside an answer.</summary>
internal sealed record RunOption
{
    public required string Id { get; init; }
    public required string Label { get; init; }
    public bool IsRequired { get; init; }
}
