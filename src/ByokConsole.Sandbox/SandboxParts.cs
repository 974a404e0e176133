using System.Net;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using ByokConsole.Sandbox.Clock;
using ByokConsole.Sandbox.ConfluentCloud;
using ByokConsole.Sandbox.Entra;
using ByokConsole.Sandbox.Hosting;
using ByokConsole.Sandbox.Http;
using ByokConsole.Sandbox.KeyVault;
using ByokConsole.Sandbox.Proxy;
using ByokConsole.Sandbox.Seed;
using ByokConsole.Sandbox.State;

namespace ByokConsole.Sandbox;

/// <summary>What a sandbox is made of, put together by hand: the nesting of the layers can be read here.</summary>
internal sealed class SandboxParts : IDisposable
{
    private readonly FolderLock _lock;
    private readonly WorldStore _store;
    private readonly TokenAuthority _tokens;
    private HttpClient? _client;

    private SandboxParts(SandboxOptions options, string folder, FolderLock folderLock)
    {
        (Folder, _lock) = (folder, folderLock);
        Secrets = SecretBox.OpenOrCreate(folder);
        Authority = CertificateAuthority.OpenOrCreate(folder, options.Time.GetUtcNow());
        _tokens = TokenAuthority.OpenOrCreate(folder, options.Time);
        _store = new WorldStore(folder, options.Reset);
        World = new World(_store);
        Clock = new CloudClock(World, options.Time);
        var seed = new SeededWorld(World, Clock);
        seed.PutIfEmpty();
        Material = new KeyMaterial(World, Secrets);
        var customerKey = new CustomerKey(Secrets, options.Time, () => _client ?? throw new InvalidOperationException("The listener is not up yet."));
        Validation = new ValidationWorker(World, Clock, customerKey);
        Clouds = new CloudParts(World, Clock, Secrets, _tokens, Material, customerKey, seed).Layers;
    }

    public string Folder { get; }

    public SecretBox Secrets { get; }

    public CertificateAuthority Authority { get; }

    public World World { get; }

    public CloudClock Clock { get; }

    public KeyMaterial Material { get; }

    public ValidationWorker Validation { get; }

    public Layer Clouds { get; }

    /// <exception cref="SandboxException">The folder cannot be used.</exception>
    public static SandboxParts Open(SandboxOptions options)
    {
        var folder = Path.Combine(Path.GetFullPath(options.DataFolder), "sandbox");
        var folderLock = FolderLock.Take(folder);
        try
        {
            return new(options, folder, folderLock);
        }
        catch
        {
            folderLock.Dispose();
            throw;
        }
    }

    /// <summary>Gives the sandbox's Confluent side its way to the clouds: through the proxy, trusting the sandbox's authority, like any client.</summary>
    public void ConnectTo(Uri proxy)
    {
        var trust = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        trust.CustomTrustStore.Add(Authority.Certificate);
        var ssl = new SslClientAuthenticationOptions { CertificateChainPolicy = trust };
        ConnectTo(new SocketsHttpHandler { Proxy = new WebProxy(proxy), AllowAutoRedirect = false, UseCookies = false, SslOptions = ssl });
    }

    /// <summary>The same by another way than a listener.</summary>
    public void ConnectTo(HttpMessageHandler way)
    {
        _client = new HttpClient(way) { Timeout = TimeSpan.FromSeconds(30) };
        _client.DefaultRequestHeaders.Add("User-Agent", CustomerKey.UserAgent);
    }

    public void Dispose()
    {
        _client?.Dispose();
        Material.Dispose();
        _tokens.Dispose();
        World.Dispose();
        Authority.Dispose();
        _lock.Dispose();
    }
}
