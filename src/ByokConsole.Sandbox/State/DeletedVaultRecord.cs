namespace ByokConsole.Sandbox.State;

/// <summary>A vault that was deleted and can still be recovered: it keeps its name and its keys until its retention ends.</summary>
public sealed record DeletedVaultRecord(VaultRecord Vault, DateTimeOffset DeletedAt) : IRecord
{
    public string Id => Vault.Id;

    /// <summary>When its retention ends.</summary>
    public DateTimeOffset PurgedAt => DeletedAt.AddDays(Vault.SoftDeleteRetentionInDays);
}
