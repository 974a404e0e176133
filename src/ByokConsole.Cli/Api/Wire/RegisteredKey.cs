namespace ByokConsole.Cli.Api.Wire;

/// <summary>A registered key, as a list shows it. Words of the console stay text: one that is new tomorrow must not break us.</summary>
internal sealed record RegisteredKey
{
    public required string Id { get; init; }
    public string? DisplayName { get; init; }
    [System.Text.Json.Serialization.JsonPropertyName("key")]
    public required string Identifier { get; init; }
    public string? Provider { get; init; }
    public string? KeyVaultId { get; init; }
    public string? TenantId { get; init; }
    public string? ApplicationId { get; init; }
    public string? Region { get; init; }
    public required string State { get; init; }
    public KeyValidation? Validation { get; init; }
    public required string Standing { get; init; }
    public int? FailedChecks { get; init; }
    public string? ClusterId { get; init; }
    public string? EnvironmentId { get; init; }
    public DateTimeOffset? FreeAt { get; init; }
    public DateTimeOffset? NextDate { get; init; }
    public string? NextEvent { get; init; }
    public DateTimeOffset? CreatedAt { get; init; }
}
