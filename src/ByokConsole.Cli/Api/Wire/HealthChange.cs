namespace ByokConsole.Cli.Api.Wire;

/// <summary>One finding about a key that changed.</summary>
internal sealed record HealthChange
{
    public required string Check { get; init; }
    public string? From { get; init; }
    public required string To { get; init; }
    public required DateTimeOffset SeenAt { get; init; }
}
