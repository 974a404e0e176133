using ByokConsole.Sandbox.Access;
using ByokConsole.Sandbox.Clock;
using ByokConsole.Sandbox.ConfluentCloud;
using ByokConsole.Sandbox.Control;
using ByokConsole.Sandbox.Entra;
using ByokConsole.Sandbox.Faults;
using ByokConsole.Sandbox.Graph;
using ByokConsole.Sandbox.Http;
using ByokConsole.Sandbox.KeyVault;
using ByokConsole.Sandbox.Metrics;
using ByokConsole.Sandbox.RequestLog;
using ByokConsole.Sandbox.ResourceManager;
using ByokConsole.Sandbox.Seed;
using ByokConsole.Sandbox.State;

namespace ByokConsole.Sandbox;

/// <summary>
/// The clouds and the control host over one world, put together by hand. What both ask is made once, and the nesting of the layers can be
/// read in <see cref="Layers"/>.
/// </summary>
internal sealed class CloudParts
{
    private readonly World _world;
    private readonly CloudClock _clock;
    private readonly SecretBox _secrets;
    private readonly TokenAuthority _tokens;
    private readonly KeyMaterial _material;
    private readonly AccessControl _access;
    private readonly KeyLife _life;
    private readonly KeyReads _reads;
    private readonly VaultThrottle _throttle;
    private readonly KeyWrites _writes;
    private readonly KeyRotations _rotations;
    private readonly DeletedKeys _deletedKeys;
    private readonly DeletedVaults _deletedVaults;
    private readonly VaultRoutes _vaults;
    private readonly RoleRoutes _roles;
    private readonly GraphCloud _graph;
    private readonly RegistrationRoutes _registrations;
    private readonly FaultScript _faults;
    private readonly RequestJournal _journal;

    public CloudParts(
        World world, CloudClock clock, SecretBox secrets, TokenAuthority tokens, KeyMaterial material, CustomerKey customerKey, SeededWorld seed)
    {
        (_world, _clock, _secrets, _tokens, _material) = (world, clock, secrets, tokens, material);
        _access = new(world, clock);
        _life = new(world, clock);
        _reads = new(world, material, clock);
        _throttle = new(world, clock.Real);
        _writes = new(world, _reads, _throttle, clock);
        _rotations = new(world, _reads, clock);
        _deletedKeys = new(world, _reads, material, clock);
        _deletedVaults = new(world, _access, clock);
        _vaults = new(world, _access, _deletedVaults, clock);
        _roles = new(world, _access, clock);
        _graph = new(world, tokens, clock);
        _registrations = new(world, clock);
        var gate = new ApiKeyGate(secrets);
        _faults = new();
        _journal = new(clock);
        var faulty = new FaultLayer(_faults, new Callers(tokens, gate).FindAsync, clock.Real);
        Layers = _journal.Over(faulty.Over(CloudDispatch.Over(
            new EntraCloud(world, tokens, secrets, clock.Real), ResourceManager(), _graph, Vaults(), Confluent(gate, customerKey),
            new MetricsCloud(world, clock, gate), Control(seed))));
    }

    /// <summary>From the outermost: the request log, the ordered faults, the host that is asked.</summary>
    public Layer Layers { get; }

    private ResourceManagerCloud ResourceManager() => new(
        _world, _tokens, _access, new ArmThrottle(_world, _clock.Real), _vaults, new KeyVaultProvider(_world, _vaults, _deletedVaults), _roles,
        new ActivityRoutes(_world, _access, _clock));

    private KeyVaultCloud Vaults() => new(
        _world, new VaultGate(_world, _tokens, _access), _life, _reads, _writes, _rotations, _deletedKeys,
        new KeyCrypto(_reads, _material, _throttle, _clock), new KeyImports(_writes, _secrets), new KeyBackups(_world, _reads, _material, _secrets));

    private ConfluentCloudFront Confluent(ApiKeyGate gate, CustomerKey customerKey)
    {
        var places = new PlaceRoutes(_world);
        var birth = new ClusterBirth(_world, _clock, new NewClusterRules(_world, _registrations), customerKey);
        return new(gate, _world, _clock.Real, places, _registrations, new ClusterRoutes(_world, _clock, places, birth));
    }

    private ControlCloud Control(SeededWorld seed)
    {
        var edits = new WorldEdits(_world, _clock, _life);
        var routes = new WorldRoutes(
            new VaultListing(_world, _clock, _life), new VaultActs(_world, _life, _vaults, _writes, _rotations, _deletedKeys), edits,
            new AccessDesk(_world, _roles, _graph), new ConfluentDesk(_world, _clock, _registrations), new ConnectionEdits(_world, _clock));
        return new(_world, _clock, _faults, _journal, seed, _secrets, edits, new LogReading(_world, _journal), routes);
    }
}
