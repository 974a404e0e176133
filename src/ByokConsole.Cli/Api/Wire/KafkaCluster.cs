namespace ByokConsole.Cli.Api.Wire;

/// <summary>A cluster of an environment, or a run that is still making one.</summary>
internal sealed record KafkaCluster
{
    public string? Id { get; init; }
    public required string EnvironmentId { get; init; }
    public required string DisplayName { get; init; }
    public required string Type { get; init; }
    public required string Region { get; init; }
    public string? Availability { get; init; }
    public int? Cku { get; init; }
    public string? Phase { get; init; }
    public string? RegistrationId { get; init; }
    public string? KeyHealth { get; init; }
    public string? RunId { get; init; }
    public string? NetworkId { get; init; }
    public bool? DeletionProtection { get; init; }
    public string? BootstrapEndpoint { get; init; }
    public string? RestEndpoint { get; init; }
    public DateTimeOffset? CreatedAt { get; init; }
}
