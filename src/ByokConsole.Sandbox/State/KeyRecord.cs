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

    /// <summary>Until when a deletion or a recovery is under way, and nobody sees the key on either side; null when none ever was.</summary>
    public DateTimeOffset? SettlesAt { get; init; }

    public KeyVersionRecord Newest => Versions[^1];

    /// <summary>When its retention ends and the service purges it; null while it is not deleted.</summary>
    public DateTimeOffset? PurgedAt(VaultRecord vault) => DeletedAt?.AddDays(vault.SoftDeleteRetentionInDays);

    public bool IsSettling(DateTimeOffset now) => now < SettlesAt;

    public KeyRecord Deleted(DateTimeOffset at, TimeSpan takes) => this with { DeletedAt = at, SettlesAt = at + takes };

    public KeyRecord Recovered(DateTimeOffset at, TimeSpan takes) => this with { DeletedAt = null, RecoveredAt = at, SettlesAt = at + takes };

    public static string IdOf(string vault, string name) => $"{vault}/{name}".ToLowerInvariant();
}
