namespace ByokConsole.Sandbox.State;

/// <summary>A byok/v1 key.</summary>
public sealed record RegistrationRecord : IConfluentRecord
{
    public required string Id { get; init; }
    public string? DisplayName { get; init; }
    public required string KeyId { get; init; }
    public required string KeyVaultId { get; init; }
    public required Guid TenantId { get; init; }
    public required string ApplicationId { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public string Phase { get; init; } = "INITIALIZING";
    public string? Message { get; init; }
    public DateTimeOffset Since { get; init; }

    /// <summary>Region of the vault as it answered the first trial that succeeded; kept from then on.</summary>
    public string? Region { get; init; }
}
