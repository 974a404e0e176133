namespace ByokConsole.Sandbox.State;

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

    public static string NewId() => Guid.NewGuid().ToString("N");
}
