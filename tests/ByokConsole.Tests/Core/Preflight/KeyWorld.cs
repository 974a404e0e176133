using System.Collections.Concurrent;
using ByokConsole.Core.Clouds;
using ByokConsole.Core.Confluent;
using ByokConsole.Core.Identifiers;
using ByokConsole.Core.Ports;
using ByokConsole.Core.Preflight;
using ByokConsole.Core.Provisioning;
using ByokConsole.Core.Vaults;
using ByokConsole.Tests.Builders;
using Microsoft.Extensions.Time.Testing;

namespace ByokConsole.Tests.Core.Preflight;

/// <summary>
/// Everything the checks read, in order: each answer can be replaced, each read is counted. The clouds say it is noon; the console's own clock
/// is three years ahead, so that a check which trusts it is found out.
/// </summary>
internal sealed class KeyWorld : IVaults, IVaultKeys, IAccessGrants, IKeyRegistrations, IKeyBindings
{
    public static readonly Guid Principal = Guid.Parse("3d9a1b60-0c55-4d8e-9f6c-1f6a2f1f7b01");
    private readonly ConcurrentDictionary<string, int> _reads = [];

    public KeySubject Subject { get; set; } = new()
    {
        Vault = Samples.Vault.Id,
        Key = KeyIdentifier.Parse(Samples.StagingKey),
        TenantId = Samples.Tenant,
        Region = "westeurope",
        RegistrationId = "cck-st4g1",
        MaterialGenerated = true,
    };

    public Answer<Vault> Vault { get; set; } = Told(Samples.Vault);

    public Answer<VaultChallenge> Challenge { get; set; } = Told(new VaultChallenge(Samples.Tenant, "westeurope"));

    public Answer<VaultKey> Key { get; set; } = Told(new VaultKey
    {
        Id = KeyIdentifier.Parse(Samples.StagingKey + "/9b1e6c7f2d0a4f0c9b1e6c7f2d0a4c04"),
        KeyType = "RSA",
        KeySize = 3072,
        Operations = ["wrapKey", "unwrapKey"],
        Attributes = new KeyAttributes { Enabled = true, Created = Samples.Noon.AddDays(-10), RecoveryLevel = "Recoverable", RecoverableDays = 90 },
    });

    public Answer<KeyRotationPolicy> Policy { get; set; } = Told(new KeyRotationPolicy("P18M", null, null));

    public Answer<IReadOnlyList<KeyListItem>> Versions { get; set; } = Told<IReadOnlyList<KeyListItem>>([Version('4', -10)]);

    public Answer<KeyRegistration> Registration { get; set; } = Told(Samples.Registration with { State = "AVAILABLE" });

    /// <summary>All registrations; null for the one above alone.</summary>
    public Answer<IReadOnlyList<KeyRegistration>>? Registrations { get; set; }

    public Answer<ServicePrincipal> ServicePrincipal { get; set; } = Told(new ServicePrincipal(Principal, Samples.Registration.ApplicationId!.Value, "Confluent"));

    public Answer<IReadOnlyList<RoleAssignment>> Assignments { get; set; }
        = Told<IReadOnlyList<RoleAssignment>>([.. KeyVaultRole.OfGrant.Select(role => Assigned(role))]);

    public List<KeyBinding> Bindings { get; } = [];

    /// <summary>While set, the read of the key waits for it, or for the end of the questions.</summary>
    public TaskCompletionSource? KeyGate { get; set; }

    public bool KeyReadWasStopped { get; private set; }

    public IReadOnlyDictionary<string, int> Reads => _reads;

    public PreflightPorts Ports => new(this, this, this, this, this, new FakeTimeProvider(Samples.Noon.AddYears(3)));

    public static Answer<T> Told<T>(T value)
        where T : notnull
        => new(value) { CloudTime = Samples.Noon };

    public static RoleAssignment Assigned(KeyVaultRole role, string? scope = null, DateTimeOffset? at = null)
        => new($"assignment-{role.Id}", scope ?? Samples.Vault.Id.ToString(), role.Id, Principal, at ?? Samples.Noon.AddDays(-1), false);

    /// <summary>A version of the key: 32 times the digit, made so many days from noon.</summary>
    public static KeyListItem Version(char digit, double daysFromNoon, bool enabled = true, DateTimeOffset? expires = null)
        => new(
            KeyIdentifier.Parse(Samples.StagingKey).WithVersion(new string(digit, 32)),
            new KeyAttributes { Enabled = enabled, Created = Samples.Noon.AddDays(daysFromNoon), Expires = expires });

    public async Task<CheckResult> AskAsync(CheckName check) => await AskAsync(Checks.Find(check));

    public async Task<CheckResult> AskAsync(IPreflightCheck check)
        => await check.AskAsync(new PreflightContext(Subject, new PreflightReads(Ports, TestContext.Current.CancellationToken)), TestContext.Current.CancellationToken);

    public Task<Answer<Vault>> GetAsync(VaultResourceId id, CancellationToken cancellationToken) => Read("vault", Vault);

    public async Task<Answer<VaultKey>> GetAsync(KeyIdentifier key, CancellationToken cancellationToken)
    {
        await Read("key", Key);
        if (KeyGate is null)
            return Key;
        try
        {
            await KeyGate.Task.WaitAsync(cancellationToken);
            return Key;
        }
        catch (OperationCanceledException)
        {
            KeyReadWasStopped = true;
            throw;
        }
    }

    public Task<Answer<KeyRotationPolicy>> GetRotationPolicyAsync(KeyIdentifier key, CancellationToken cancellationToken) => Read("policy", Policy);

    public Task<Answer<IReadOnlyList<KeyListItem>>> ListVersionsAsync(KeyIdentifier key, CancellationToken cancellationToken) => Read("versions", Versions);

    public Task<Answer<VaultChallenge>> ChallengeAsync(string vaultName, CancellationToken cancellationToken) => Read("challenge", Challenge);

    public Task<Answer<KeyRegistration>> GetAsync(string id, CancellationToken cancellationToken) => Read("registration", Registration);

    public Task<Answer<IReadOnlyList<KeyRegistration>>> ListAsync(CancellationToken cancellationToken)
        => Read("registrations", Registrations ?? Registration.Select<IReadOnlyList<KeyRegistration>>(one => [one]));

    public Task<Answer<ServicePrincipal>> FindServicePrincipalAsync(Guid applicationId, CancellationToken cancellationToken) => Read("principal", ServicePrincipal);

    public Task<Answer<IReadOnlyList<RoleAssignment>>> ListAssignmentsAsync(VaultResourceId vault, Guid? principalId, CancellationToken cancellationToken)
        => Read("assignments", Assignments);

    public async Task<IReadOnlyList<KeyBinding>> OfKeyAsync(KeyIdentifier key, CancellationToken cancellationToken)
        => (await Read("bindings", Told<IReadOnlyList<KeyBinding>>(Bindings))).Value;

    Task<Answer<IReadOnlyList<AzureSubscription>>> IVaults.ListSubscriptionsAsync(CancellationToken cancellationToken) => throw NotForChecks();

    Task<Answer<IReadOnlyList<Vault>>> IVaults.ListAsync(Guid subscriptionId, CancellationToken cancellationToken) => throw NotForChecks();

    Task<Answer<IReadOnlyList<KeyListItem>>> IVaultKeys.ListAsync(string vaultName, CancellationToken cancellationToken) => throw NotForChecks();

    Task<Answer<KeyRotationPolicy>> IVaultKeys.SetRotationPolicyAsync(KeyIdentifier key, KeyRotationPolicy policy, CancellationToken cancellationToken) => throw NotForChecks();

    Task<Answer<VaultKey>> IVaultKeys.CreateRsaAsync(string vaultName, string keyName, int keySize, CancellationToken cancellationToken) => throw NotForChecks();

    Task<Answer<ServicePrincipal>> IAccessGrants.EnsureServicePrincipalAsync(Guid applicationId, CancellationToken cancellationToken) => throw NotForChecks();

    Task<Answer<RoleAssignment>> IAccessGrants.AssignAsync(VaultResourceId vault, KeyVaultRole role, Guid principalId, CancellationToken cancellationToken)
        => throw NotForChecks();

    Task<Answer<KeyRegistration>> IKeyRegistrations.CreateAsync(NewKeyRegistration registration, CancellationToken cancellationToken) => throw NotForChecks();

    Task<Answer<KeyRegistration>> IKeyRegistrations.RenameAsync(string id, string displayName, CancellationToken cancellationToken) => throw NotForChecks();

    Task<Answer<bool>> IKeyRegistrations.DeleteAsync(string id, CancellationToken cancellationToken) => throw NotForChecks();

    Task<Answer<bool>> IAccessGrants.RemoveAsync(RoleAssignment assignment, CancellationToken cancellationToken) => throw NotForChecks();

    Task IKeyBindings.CloseAsync(string registrationId, string clusterId, DateTimeOffset to, CancellationToken cancellationToken) => throw NotForChecks();

    Task IKeyBindings.RecordAsync(KeyBinding binding, CancellationToken cancellationToken) => throw NotForChecks();

    private static InvalidOperationException NotForChecks() => new("A check only reads what it is about.");

    private Task<Answer<T>> Read<T>(string what, Answer<T> answer)
        where T : notnull
    {
        _reads.AddOrUpdate(what, 1, (_, count) => count + 1);
        return Task.FromResult(answer);
    }
}
