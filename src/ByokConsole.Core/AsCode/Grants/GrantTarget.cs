using ByokConsole.Core.Identifiers;

namespace ByokConsole.Core.AsCode.Grants;

/// <summary>Whom a grant is for, and where.</summary>
/// <param name="TenantId">Tenant of the vault, in which the application gets its service principal.</param>
/// <param name="ApplicationId">Confluent's application of one registration.</param>
public sealed record GrantTarget(VaultResourceId Vault, Guid TenantId, Guid ApplicationId);
