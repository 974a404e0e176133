namespace ByokConsole.Core.Vaults;

/// <summary>What a vault tells anyone in its unauthenticated 401.</summary>
/// <param name="TenantId">Tenant named by the challenge, or null.</param>
/// <param name="Region">The x-ms-keyvault-region header, or null.</param>
public sealed record VaultChallenge(Guid? TenantId, string? Region);
