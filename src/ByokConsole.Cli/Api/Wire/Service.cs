namespace ByokConsole.Cli.Api.Wire;

/// <summary>A cluster that a key served, or serves.</summary>
internal sealed record Service
{
    public required string ClusterId { get; init; }
    public required DateTimeOffset From { get; init; }
    public DateTimeOffset? To { get; init; }
}
