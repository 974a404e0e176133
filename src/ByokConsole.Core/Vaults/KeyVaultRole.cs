namespace ByokConsole.Core.Vaults;

/// <summary>The two built-in roles a registration's application needs at the vault.</summary>
public sealed record KeyVaultRole(Guid Id, string Name)
{
    /// <summary>Key Vault Crypto Service Encryption User: read, wrap and unwrap.</summary>
    public static KeyVaultRole CryptoServiceEncryptionUser { get; } =
        new(Guid.Parse("e147488a-f6f5-4113-8e2d-b22465e65bf6"), "Key Vault Crypto Service Encryption User");

    /// <summary>Key Vault Reader: read the vault's and the keys' metadata.</summary>
    public static KeyVaultRole Reader { get; } =
        new(Guid.Parse("21090545-7ca7-4776-b22c-e363652d74d2"), "Key Vault Reader");

    /// <summary>Both roles of a grant, in the order in which they are given.</summary>
    public static IReadOnlyList<KeyVaultRole> OfGrant { get; } = [CryptoServiceEncryptionUser, Reader];
}
