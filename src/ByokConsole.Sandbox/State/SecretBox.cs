using System.Security.Cryptography;
using System.Text;

namespace ByokConsole.Sandbox.State;

/// <summary>
/// Keeps secrets out of the database: private keys are encrypted with a key file of mode 0600, passwords are derived from it or kept as
/// a hash. Whoever copies the database alone has nothing.
/// </summary>
public sealed class SecretBox
{
    private const int NonceSize = 12;
    private const int TagSize = 16;

    private readonly byte[] _key;

    private SecretBox(byte[] key) => _key = key;

    public static SecretBox OpenOrCreate(string folder)
    {
        var file = Path.Combine(folder, "sandbox.key");
        if (!File.Exists(file))
            PrivateFile.Write(file, Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
        return new(Convert.FromBase64String(File.ReadAllText(file)));
    }

    public string Seal(ReadOnlySpan<byte> plain)
    {
        var box = new byte[NonceSize + plain.Length + TagSize];
        RandomNumberGenerator.Fill(box.AsSpan(0, NonceSize));
        using var aes = new AesGcm(_key, TagSize);
        aes.Encrypt(box.AsSpan(0, NonceSize), plain, box.AsSpan(NonceSize, plain.Length), box.AsSpan(NonceSize + plain.Length));
        return Convert.ToBase64String(box);
    }

    public byte[] Open(string sealedText)
    {
        var box = Convert.FromBase64String(sealedText);
        var plain = new byte[box.Length - NonceSize - TagSize];
        using var aes = new AesGcm(_key, TagSize);
        aes.Decrypt(box.AsSpan(0, NonceSize), box.AsSpan(NonceSize, plain.Length), box.AsSpan(NonceSize + plain.Length), plain);
        return plain;
    }

    /// <summary>A password that needs no place to be kept: the same name always gives the same one.</summary>
    public string Derive(string name)
        => Convert.ToBase64String(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(name))).Replace('+', '~').Replace('/', '_').TrimEnd('=');
}
