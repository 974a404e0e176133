using System.Security.Cryptography;

namespace ByokConsole.Sandbox.KeyVault;

/// <summary>A way to sign with a key, by its name in JSON Web Algorithms. An elliptic curve takes the one algorithm of its size.</summary>
internal sealed record SignatureAlgorithm(AsymmetricAlgorithm Key, HashAlgorithmName Hash, int DigestLength, RSASignaturePadding? Padding)
{
    /// <summary>Null when there is no such algorithm, or it is not this key's.</summary>
    public static SignatureAlgorithm? Of(string? name, AsymmetricAlgorithm key)
    {
        if (name is not { Length: 5 } || Digest(name[2..]) is not var (hash, length))
            return null;
        return (name[..2], key) switch
        {
            ("RS", RSA) => new(key, hash, length, RSASignaturePadding.Pkcs1),
            ("PS", RSA) => new(key, hash, length, RSASignaturePadding.Pss),
            ("ES", ECDsa { KeySize: var size }) when name == $"ES{(size == 521 ? 512 : size)}" => new(key, hash, length, null),
            _ => null,
        };
    }

    public byte[] Sign(byte[] digest) => Padding is null ? ((ECDsa)Key).SignHash(digest) : ((RSA)Key).SignHash(digest, Hash, Padding);

    public bool Verify(byte[] digest, byte[] signature)
        => Padding is null ? ((ECDsa)Key).VerifyHash(digest, signature) : ((RSA)Key).VerifyHash(digest, signature, Hash, Padding);

    private static (HashAlgorithmName Hash, int Length)? Digest(string bits) => bits switch
    {
        "256" => (HashAlgorithmName.SHA256, 32),
        "384" => (HashAlgorithmName.SHA384, 48),
        "512" => (HashAlgorithmName.SHA512, 64),
        _ => null,
    };
}
