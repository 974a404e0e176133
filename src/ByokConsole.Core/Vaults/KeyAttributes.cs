namespace ByokConsole.Core.Vaults;

/// <summary>State and dates of one key version; dates are UTC.</summary>
public sealed record KeyAttributes
{
    public required bool Enabled { get; init; }
    public DateTimeOffset? NotBefore { get; init; }
    public DateTimeOffset? Expires { get; init; }
    public DateTimeOffset? Created { get; init; }
    public DateTimeOffset? Updated { get; init; }

    /// <summary>Key Vault's recoveryLevel; without "Purgeable" the vault has purge protection. Null when not told.</summary>
    public string? RecoveryLevel { get; init; }

    /// <summary>Days a deleted key can be recovered, or null.</summary>
    public int? RecoverableDays { get; init; }

    /// <summary>What the recovery level says about purge protection, or null when it says nothing.</summary>
    public bool? PurgeProtected => RecoveryLevel is null ? null : !RecoveryLevel.Contains("Purgeable", StringComparison.OrdinalIgnoreCase);
}
