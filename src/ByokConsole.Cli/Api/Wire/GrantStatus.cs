namespace ByokConsole.Cli.Api.Wire;

/// <summary>Where the grant of a registration stands.</summary>
internal sealed record GrantStatus
{
    public required string RegistrationId { get; init; }
    public required string Phase { get; init; }
    public string Explanation { get; init; } = "";
    public required IReadOnlyList<Check> Checks { get; init; }
    public string? ApplicationId { get; init; }
    public string? KeyVaultId { get; init; }
    public string? TenantId { get; init; }
    public DateTimeOffset? Since { get; init; }

    public bool IsInForce => Phase is "in_force";
}
