using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ByokConsole.Adapters.Storage;

/// <summary>
/// Which sandbox it is. Its certificate authority is made once per data folder and outlives restarts, backups and starting over, and no two
/// sandboxes have the same: tenant and organization are the same in all of them.
/// </summary>
public static class SandboxWorld
{
    /// <summary>The SHA-256 fingerprint of the certificate in <paramref name="certificateAuthorityFile"/> (PEM).</summary>
    public static string Of(string certificateAuthorityFile)
    {
        using var authority = X509CertificateLoader.LoadCertificateFromFile(certificateAuthorityFile);
        return authority.GetCertHashString(HashAlgorithmName.SHA256);
    }
}
