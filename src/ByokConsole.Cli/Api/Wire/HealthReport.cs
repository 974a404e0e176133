namespace ByokConsole.Cli.Api.Wire;

/// <summary>What the newest round of checks found about a key.</summary>
internal sealed record HealthReport
{
    public required string RegistrationId { get; init; }
    public required string Standing { get; init; }
    public required DateTimeOffset CheckedAt { get; init; }
    public required IReadOnlyList<Check> Checks { get; init; }
    public IReadOnlyList<HealthChange>? Changes { get; init; }
    public string? ClusterId { get; init; }
    public string? EnvironmentId { get; init; }
}
