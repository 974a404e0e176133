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

    public KeyVersionRecord Newest => Versions[^1];

    public static string IdOf(string vault, string name) => $"{vault}/{name}".ToLowerInvariant();
}

/// <summary>One version of a key.</summary>
public sealed record KeyVersionRecord
{
    /// <summary>32 lower-case hexadecimal digits.</summary>
    public required string Version { get; init; }
    public required string Kty { get; init; }

    /// <summary>Bits for RSA; null for EC.</summary>
    public int? Size { get; init; }

    /// <summary>Curve for EC; null for RSA.</summary>
    public string? Curve { get; init; }

    /// <summary>PKCS#8, sealed; null while it is still being generated.</summary>
    public string? SealedKey { get; init; }
    public IReadOnlyList<string> Operations { get; init; } = [];
    public bool Enabled { get; init; } = true;
    public DateTimeOffset? NotBefore { get; init; }
    public DateTimeOffset? Expires { get; init; }
    public DateTimeOffset Created { get; init; }
    public DateTimeOffset Updated { get; init; }
    public IReadOnlyDictionary<string, string>? Tags { get; init; }
}

/// <summary>A rotation policy as it was put; durations are ISO 8601.</summary>
public sealed record RotationPolicyRecord(
    IReadOnlyList<LifetimeActionRecord> Actions, string? ExpiryTime, DateTimeOffset Created, DateTimeOffset Updated);

/// <summary>One action of a rotation policy: Rotate or Notify.</summary>
public sealed record LifetimeActionRecord(string Action, string? TimeAfterCreate, string? TimeBeforeExpiry);
