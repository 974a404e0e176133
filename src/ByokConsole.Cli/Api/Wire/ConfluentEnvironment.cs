namespace ByokConsole.Cli.Api.Wire;

/// <summary>An environment that the console can see.</summary>
internal sealed record ConfluentEnvironment
{
    public required string Id { get; init; }
    public required string DisplayName { get; init; }
}
