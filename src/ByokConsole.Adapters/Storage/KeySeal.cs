using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace ByokConsole.Adapters.Storage;

/// <summary>
/// Seals the keys that protect forms and cookies before they go into the shared database (AES-256-GCM), so that a copy of it lets nobody
/// forge either. The secret lies in a file of the consoles' user, never in the database.
/// </summary>
internal sealed class KeySeal : IXmlEncryptor, IDisposable
{
    private const int SecretBytes = 32;
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private readonly Lazy<Secret> _secret;

    public KeySeal(SharedDatabase shared)
    {
        FilePath = shared.SealFile;
        _secret = new Lazy<Secret>(() => Open(FilePath));
    }

    /// <summary>Where the secret lies.</summary>
    public string FilePath { get; }

    /// <summary>
    /// Tells one secret from another, and nothing about either. Whoever asks first reads the file, or makes it where there is none; since
    /// two that make it at once would overwrite each other, <see cref="SealGuard"/> asks first, one console at a time.
    /// </summary>
    /// <exception cref="DatabaseUnusableException">The file cannot be read or made, or holds no secret.</exception>
    public string Mark => _secret.Value.Mark;

    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var plain = Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting));
        var nonce = RandomNumberGenerator.GetBytes(AesGcm.NonceByteSizes.MaxSize);
        var (sealedText, tag) = (new byte[plain.Length], new byte[AesGcm.TagByteSizes.MaxSize]);
        _secret.Value.Cipher.Encrypt(nonce, plain, sealedText, tag);
        CryptographicOperations.ZeroMemory(plain);
        var text = Convert.ToBase64String([.. nonce, .. tag, .. sealedText]);
        return new EncryptedXmlInfo(new XElement("sealed", new XAttribute("by", Mark), text), typeof(KeyUnsealer));
    }

    /// <summary>What was sealed, if it was sealed by this secret and nobody has touched it since.</summary>
    public XElement Decrypt(XElement sealedElement)
    {
        var all = Convert.FromBase64String(sealedElement.Value).AsSpan();
        var (nonce, tag) = (AesGcm.NonceByteSizes.MaxSize, AesGcm.TagByteSizes.MaxSize);
        var plain = new byte[all.Length - nonce - tag];
        _secret.Value.Cipher.Decrypt(all[..nonce], all[(nonce + tag)..], all.Slice(nonce, tag), plain);
        return XElement.Parse(Encoding.UTF8.GetString(plain));
    }

    public void Dispose()
    {
        if (_secret.IsValueCreated)
            _secret.Value.Cipher.Dispose();
    }

    private static Secret Open(string file)
    {
        try
        {
            if (!File.Exists(file))
                Make(file);
            var secret = Convert.FromBase64String(File.ReadAllText(file).Trim());
            return secret.Length == SecretBytes ? Secret.Of(secret) : throw new FormatException();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException)
        {
            throw new DatabaseUnusableException($"The seal of the shared database, {file}, cannot be read or made ({e.GetType().Name}). "
                + "Make it this user's own, put back what was in it, or name another file with Protection:SealFile.", e);
        }
    }

    /// <summary>Written beside and moved, so that nobody reads half of it.</summary>
    private static void Make(string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var beside = $"{file}.{Guid.NewGuid():N}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = Private;
        using (var writer = new StreamWriter(beside, options))
            writer.WriteLine(Convert.ToBase64String(RandomNumberGenerator.GetBytes(SecretBytes)));
        File.Move(beside, file, overwrite: false);
    }

    private sealed record Secret(string Mark, AesGcm Cipher)
    {
        public static Secret Of(byte[] bytes)
            => new(Convert.ToHexStringLower(SHA256.HashData(bytes))[..16], new AesGcm(bytes, AesGcm.TagByteSizes.MaxSize));
    }
}
