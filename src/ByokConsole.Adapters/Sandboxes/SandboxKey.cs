namespace ByokConsole.Adapters.Sandboxes;

/// <summary>A key in one of the sandbox's vaults: its newest version, and what time will do to it.</summary>
public sealed record SandboxKey
{
    public required string Vault { get; init; }
    public required string Name { get; init; }

    /// <summary>The key identifier without a version.</summary>
    public required string Id { get; init; }
    public required string Version { get; init; }
    public int Versions { get; init; }
    public required string Kty { get; init; }

    /// <summary>Bits; null for EC.</summary>
    public int? Size { get; init; }
    public IReadOnlyList<string> Operations { get; init; } = [];
    public bool Enabled { get; init; }
    public DateTimeOffset? NotBefore { get; init; }
    public DateTimeOffset? Expires { get; init; }
    public bool IsExpired { get; init; }

    /// <summary>When its policy rotates it next; null when none does.</summary>
    public DateTimeOffset? RotatesAt { get; init; }
    public DateTimeOffset? DeletedAt { get; init; }

    /// <summary>When a deleted key is gone for good.</summary>
    public DateTimeOffset? PurgedAt { get; init; }
}
