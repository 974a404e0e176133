using ByokConsole.Core.Identifiers;

namespace ByokConsole.Core.Confluent;

/// <summary>What a new byok/v1 Azure key needs.</summary>
public sealed record NewKeyRegistration(KeyIdentifier Key, VaultResourceId Vault, Guid TenantId, string? DisplayName);
