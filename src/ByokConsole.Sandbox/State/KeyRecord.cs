namespace ByokConsole.Sandbox.State;

/// <summary>A key with all its versions, newest last.</summary>
public sealed record KeyRecord : IRecord
{
    public string Id => IdOf(Vault, Name);

    /// <summary>The vault's id (lower case).</summary>
    public required string Vault { get; init; }
    public required string Name { get; init; }
    public required IReadOnlyList<KeyVersionRecord> Versions { get; init; }
    public RotationPolicyRecord? Policy { get; init; }
    public DateTimeOffset? DeletedAt { get; init; }

    /// <summary>When the key last came back from being deleted; null for one that never was.</summary>
    public DateTimeOffset? RecoveredAt { get; init; }

    public KeyVersionRecord Newest => Versions[^1];

    /// <summary>When its retention ends and the service purges it; null while it is not deleted.</summary>
    public DateTimeOffset? PurgedAt(VaultRecord vault) => DeletedAt?.AddDays(vault.SoftDeleteRetentionInDays);

    public KeyRecord Recovered(DateTimeOffset at) => this with { DeletedAt = null, RecoveredAt = at };

    public static string IdOf(string vault, string name) => $"{vault}/{name}".ToLowerInvariant();
}
