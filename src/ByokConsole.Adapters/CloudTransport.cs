using System.Net;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace ByokConsole.Adapters;

/// <summary>
/// The one handler under every cloud client. It follows no redirect, keeps no cookie, and alone knows about proxy and trust.
/// </summary>
public sealed class CloudTransport : IDisposable
{
    private readonly CloudDateHandler _handler;

    public CloudTransport(CloudConnection connection, TimeProvider time)
        : this(CreateHandler(connection), time)
    {
    }

    /// <summary>For tests: a handler that answers by itself.</summary>
    internal CloudTransport(HttpMessageHandler handler, TimeProvider? time = null)
        => _handler = new CloudDateHandler(handler, time ?? TimeProvider.System);

    /// <summary>How far the clouds' clock ran ahead of this machine's at the newest answer, to the second; null before the first.</summary>
    public TimeSpan? CloudsAhead => _handler.Ahead;

    /// <summary>Shared by all clients; they must not dispose it.</summary>
    internal HttpMessageHandler Handler => _handler;

    /// <summary>For requests that are passed on as they came: the same proxy and trust, no credential of the console's, and nothing is repeated.</summary>
    public HttpMessageInvoker CreateInvoker() => new(_handler, disposeHandler: false);

    public void Dispose() => _handler.Dispose();

    /// <exception cref="InvalidOperationException">The certificate authority's file holds no certificate.</exception>
    internal static SocketsHttpHandler CreateHandler(CloudConnection connection)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            // A cloud moves its addresses; a connection that lives for ever would not notice.
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            ConnectTimeout = TimeSpan.FromSeconds(10),
            AutomaticDecompression = DecompressionMethods.All,
        };
        if (connection.Proxy is { } proxy)
        {
            // An explicit proxy without a bypass list: NO_PROXY and its like are not looked at.
            handler.Proxy = new WebProxy(proxy) { BypassProxyOnLocal = false };
            handler.UseProxy = true;
        }

        if (connection.CertificateAuthorityFile is { } file)
            handler.SslOptions = new SslClientAuthenticationOptions { CertificateChainPolicy = TrustOnly(file) };
        return handler;
    }

    private static X509ChainPolicy TrustOnly(string certificateAuthorityFile)
    {
        var policy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            // A private authority publishes no revocation list.
            RevocationMode = X509RevocationMode.NoCheck,
        };
        try
        {
            policy.CustomTrustStore.ImportFromPemFile(certificateAuthorityFile);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or System.Security.Cryptography.CryptographicException)
        {
            throw new InvalidOperationException($"The certificate authority's file {certificateAuthorityFile} cannot be read.", e);
        }

        if (policy.CustomTrustStore.Count == 0)
            throw new InvalidOperationException($"The certificate authority's file {certificateAuthorityFile} holds no certificate.");
        return policy;
    }
}
