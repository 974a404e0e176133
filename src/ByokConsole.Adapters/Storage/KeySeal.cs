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
    private readonly AesGcm _cipher;

    private KeySeal(string file, byte[] secret)
    {
        (FilePath, Mark) = (file, Convert.ToHexStringLower(SHA256.HashData(secret))[..16]);
        _cipher = new AesGcm(secret, AesGcm.TagByteSizes.MaxSize);
    }

    /// <summary>Where the secret lies.</summary>
    public string FilePath { get; }

    /// <summary>Tells one secret from another, and nothing about either.</summary>
    public string Mark { get; }

    /// <summary>The secret of this file; a new one where there is none. Of several consoles that start at once, one makes it.</summary>
    /// <exception cref="DatabaseUnusableException">The file cannot be read or made, or holds no secret.</exception>
    public static KeySeal Open(string file)
    {
        try
        {
            if (!File.Exists(file))
                Make(file);
            var secret = Convert.FromBase64String(File.ReadAllText(file).Trim());
            return secret.Length == SecretBytes ? new KeySeal(file, secret) : throw new FormatException();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException)
        {
            throw new DatabaseUnusableException($"The seal of the shared database, {file}, cannot be read or made ({e.GetType().Name}). "
                + "Make it this user's own, put back what was in it, or name another file with Protection:SealFile.", e);
        }
    }

    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var plain = Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting));
        var nonce = RandomNumberGenerator.GetBytes(AesGcm.NonceByteSizes.MaxSize);
        var (sealedText, tag) = (new byte[plain.Length], new byte[AesGcm.TagByteSizes.MaxSize]);
        _cipher.Encrypt(nonce, plain, sealedText, tag);
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
        _cipher.Decrypt(all[..nonce], all[(nonce + tag)..], all.Slice(nonce, tag), plain);
        return XElement.Parse(Encoding.UTF8.GetString(plain));
    }

    public void Dispose() => _cipher.Dispose();

    /// <summary>Written beside and moved, so that nobody reads half of it; who comes second takes what the first one made.</summary>
    private static void Make(string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var beside = $"{file}.{Guid.NewGuid():N}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = Private;
        using (var writer = new StreamWriter(beside, options))
            writer.WriteLine(Convert.ToBase64String(RandomNumberGenerator.GetBytes(SecretBytes)));
        try
        {
            File.Move(beside, file, overwrite: false);
        }
        catch (IOException) when (File.Exists(file))
        {
            File.Delete(beside);
        }
    }
}
