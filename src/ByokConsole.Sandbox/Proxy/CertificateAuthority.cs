using System.Collections.Concurrent;
using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ByokConsole.Sandbox.State;

namespace ByokConsole.Sandbox.Proxy;

/// <summary>
/// The sandbox's own certificate authority: made once per data folder, its key in a file of mode 0600, name-constrained to the hosts
/// that the sandbox serves, so that trusting it by mistake gives nobody another site. Issues one leaf per host and keeps it in memory.
/// </summary>
public sealed class CertificateAuthority : IDisposable
{
    private const string NameConstraintsOid = "2.5.29.30";
    private const string ServerAuthOid = "1.3.6.1.5.5.7.3.1";

    private readonly X509Certificate2 _authority;
    private readonly ConcurrentDictionary<string, X509Certificate2> _leaves = new(StringComparer.OrdinalIgnoreCase);

    private CertificateAuthority(X509Certificate2 authority, string file)
    {
        _authority = authority;
        CertificateFile = file;
    }

    /// <summary>PEM file that clients are told to trust.</summary>
    public string CertificateFile { get; }

    public X509Certificate2 Certificate => X509CertificateLoader.LoadCertificate(_authority.RawData);

    public static CertificateAuthority OpenOrCreate(string folder, DateTimeOffset now)
    {
        var file = Path.Combine(folder, "ca.pem");
        var keyFile = Path.Combine(folder, "ca.key");
        if (!File.Exists(file) || !File.Exists(keyFile))
            Create(file, keyFile, now);
        return new(X509Certificate2.CreateFromPemFile(file, keyFile), file);
    }

    public X509Certificate2 LeafFor(string host) => _leaves.GetOrAdd(host, Issue);

    public void Dispose()
    {
        _authority.Dispose();
        foreach (var leaf in _leaves.Values)
            leaf.Dispose();
    }

    private static void Create(string file, string keyFile, DateTimeOffset now)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=ByokConsole sandbox, O=Local machine only", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, true, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        request.CertificateExtensions.Add(new X509Extension(NameConstraintsOid, NameConstraints(), critical: true));
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddYears(5));
        PrivateFile.Write(keyFile, key.ExportPkcs8PrivateKeyPem());
        File.WriteAllText(file, certificate.ExportCertificatePem());
    }

    /// <summary>RFC 5280, 4.2.1.10: permitted DNS subtrees only.</summary>
    private static byte[] NameConstraints()
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        using (writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 0)))
        {
            foreach (var subtree in ServedHosts.Subtrees)
            {
                using (writer.PushSequence())
                    writer.WriteCharacterString(UniversalTagNumber.IA5String, subtree, new Asn1Tag(TagClass.ContextSpecific, 2));
            }
        }

        return writer.Encode();
    }

    private X509Certificate2 Issue(string host)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={host}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(host);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(ServerAuthOid)], false));
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(_authority, true, false));
        using var issued = request.Create(_authority, _authority.NotBefore, _authority.NotAfter, RandomNumberGenerator.GetBytes(16));
        using var withKey = issued.CopyWithPrivateKey(key);
        // Kestrel wants a key that was loaded from PKCS#12.
        return X509CertificateLoader.LoadPkcs12(withKey.Export(X509ContentType.Pkcs12), null);
    }
}
