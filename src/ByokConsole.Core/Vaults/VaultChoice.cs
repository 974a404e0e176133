namespace ByokConsole.Core.Vaults;

/// <summary>A vault to choose, or the reason why it cannot be.</summary>
public sealed record VaultChoice(Vault Vault, string? Reason);
