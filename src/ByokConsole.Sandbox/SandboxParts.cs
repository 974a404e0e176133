using System.Net;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using ByokConsole.Sandbox.Access;
using ByokConsole.Sandbox.Clock;
using ByokConsole.Sandbox.ConfluentCloud;
using ByokConsole.Sandbox.Control;
using ByokConsole.Sandbox.Entra;
using ByokConsole.Sandbox.Faults;
using ByokConsole.Sandbox.Graph;
using ByokConsole.Sandbox.Hosting;
using ByokConsole.Sandbox.Http;
using ByokConsole.Sandbox.KeyVault;
using ByokConsole.Sandbox.Metrics;
using ByokConsole.Sandbox.Proxy;
using ByokConsole.Sandbox.RequestLog;
using ByokConsole.Sandbox.ResourceManager;
using ByokConsole.Sandbox.Seed;
using ByokConsole.Sandbox.State;

namespace ByokConsole.Sandbox;

/// <summary>What a sandbox is made of, put together by hand: the nesting of the layers can be read here.</summary>
internal sealed class SandboxParts : IDisposable
{
    private readonly FolderLock _lock;
    private readonly WorldStore _store;
    private readonly TokenAuthority _tokens;
    private readonly KeyLife _life;
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
        var access = new AccessControl(World, Clock);
        _life = new KeyLife(World, Clock);
        Material = new KeyMaterial(World, Secrets);
        var customerKey = new CustomerKey(Secrets, options.Time, () => _client ?? throw new InvalidOperationException("The listener is not up yet."));
        Validation = new ValidationWorker(World, Clock, customerKey);
        var faults = new FaultScript(options.Time);
        var journal = new RequestJournal(Clock);
        var graph = new GraphCloud(World, _tokens, Clock);
        Clouds = journal.Over(faults.Over(CloudDispatch.Over(
            new EntraCloud(World, _tokens, Secrets, options.Time), ResourceManager(access), graph, Vaults(access), Confluent(customerKey),
            new MetricsCloud(World, Clock, new ApiKeyGate(Secrets)),
            Control(access, graph, faults, journal, seed))));
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
    public void ConnectTo(HttpMessageHandler way) => _client = new HttpClient(way) { Timeout = TimeSpan.FromSeconds(30) };

    public void Dispose()
    {
        _client?.Dispose();
        Material.Dispose();
        _tokens.Dispose();
        World.Dispose();
        Authority.Dispose();
        _lock.Dispose();
    }

    private ResourceManagerCloud ResourceManager(AccessControl access)
    {
        var deleted = new DeletedVaults(World, access, Clock);
        var vaults = new VaultRoutes(World, access, deleted, Clock);
        var (roles, activity) = (new RoleRoutes(World, access, Clock), new ActivityRoutes(World, access, Clock));
        return new(World, _tokens, access, vaults, new KeyVaultProvider(World, vaults, deleted), roles, activity);
    }

    private KeyVaultCloud Vaults(AccessControl access)
    {
        var reads = new KeyReads(World, Material, Clock);
        var writes = new KeyWrites(World, reads, Clock);
        return new(
            World, new VaultGate(World, _tokens, access), _life, reads, writes,
            new KeyRotations(World, reads, Clock), new DeletedKeys(World, reads, Material, Clock), new KeyCrypto(reads, Material, new VaultThrottle(World, Clock.Real), Clock),
            new KeyImports(writes, Secrets), new KeyBackups(World, reads, Material, Secrets));
    }

    private ConfluentCloudFront Confluent(CustomerKey customerKey)
    {
        var (places, registrations) = (new PlaceRoutes(World), new RegistrationRoutes(World, Clock));
        var birth = new ClusterBirth(World, Clock, new NewClusterRules(World, registrations), customerKey);
        return new(new ApiKeyGate(Secrets), World, Clock.Real, places, registrations, new ClusterRoutes(World, Clock, places, birth));
    }

    private ControlCloud Control(AccessControl access, GraphCloud graph, FaultScript faults, RequestJournal journal, SeededWorld seed)
    {
        var (reads, edits) = (new KeyReads(World, Material, Clock), new WorldEdits(World, Clock, _life));
        var acts = new VaultActs(
            World, _life, new VaultRoutes(World, access, new DeletedVaults(World, access, Clock), Clock), new KeyWrites(World, reads, Clock), new KeyRotations(World, reads, Clock),
            new DeletedKeys(World, reads, Material, Clock));
        var routes = new WorldRoutes(
            new VaultListing(World, Clock, _life), acts, edits, new AccessDesk(World, new RoleRoutes(World, access, Clock), graph),
            new ConfluentDesk(World, Clock, new RegistrationRoutes(World, Clock)), new ConnectionEdits(World, Clock));
        return new(World, Clock, faults, journal, seed, Secrets, edits, new LogReading(World, journal), routes);
    }
}
