namespace ByokConsole.Core.Vaults;

/// <summary>A key's rotation policy, as far as it says when Key Vault rotates by itself. Durations are ISO 8601.</summary>
/// <param name="RotateAfterCreate">Rotate this long after creation, or null.</param>
/// <param name="RotateBeforeExpiry">Rotate this long before expiry, or null.</param>
/// <param name="ExpiryTime">Lifetime given to versions made by rotation, or null.</param>
public sealed record KeyRotationPolicy(string? RotateAfterCreate, string? RotateBeforeExpiry, string? ExpiryTime)
{
    /// <summary>A new version each year, which does not expire: what a key made here is given.</summary>
    public static KeyRotationPolicy Yearly { get; } = new("P1Y", null, null);

    /// <summary>True when Key Vault rotates the key by itself.</summary>
    public bool RotatesAutomatically => RotateAfterCreate is not null || RotateBeforeExpiry is not null;
}
