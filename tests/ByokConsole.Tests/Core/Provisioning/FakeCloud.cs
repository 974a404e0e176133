using ByokConsole.Core.Clouds;
using ByokConsole.Core.Confluent;
using ByokConsole.Core.Ports;
using ByokConsole.Core.Vaults;

namespace ByokConsole.Tests.Core.Provisioning;

/// <summary>
/// Confluent Cloud and Azure as one memory that outlives every "process" of a test. Its POSTs are not replay-safe: asked twice, it makes
/// two. Faults are queued per act.
/// </summary>
internal sealed class FakeCloud(TimeProvider clock) : IKafkaClusters, IKeyRegistrations
{
    private int _ids;

    public List<KafkaCluster> Clusters { get; } = [];

    public List<KeyRegistration> Registrations { get; } = [];

    /// <summary>What befalls the next acts (creations and assignments), one each.</summary>
    public Queue<Mishap> Mishaps { get; } = new();

    /// <summary>Faults given to the next reads, one each.</summary>
    public Queue<CloudFault> ReadFaults { get; } = new();

    /// <summary>While set, lists of clusters are answered only when it completes.</summary>
    public TaskCompletionSource? Gate { get; set; }

    /// <summary>Completes when a list of clusters was asked for.</summary>
    public TaskCompletionSource Asked { get; } = new();

    /// <summary>Called before and after each act, and between the act and its reply.</summary>
    public Action<string>? OnAct { get; set; }

    /// <summary>How far the cloud's clock is ahead of the console's.</summary>
    public TimeSpan Ahead { get; set; } = TimeSpan.FromDays(9);

    public TimeSpan ProvisioningTakes { get; set; } = TimeSpan.FromSeconds(3);

    public TimeSpan ApplicationTakes { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>Turns what was asked for into what is made, when that differs.</summary>
    public Func<KafkaCluster, KafkaCluster> Making { get; set; } = made => made;

    public int Posts { get; private set; }

    public DateTimeOffset Now => clock.GetUtcNow() + Ahead;

    public static CloudFault Lost { get; } = new(CloudService.ConfluentCloud, FaultKind.Unreachable, "No answer came in time.") { OutcomeUnknown = true };

    public static CloudFault Throttled { get; } = new(CloudService.ConfluentCloud, FaultKind.Throttled, "Too many requests.") { RetryAfter = TimeSpan.FromMinutes(2) };

    public const string OtherEnvironment = "env-other";

    /// <summary>While set, clusters, their lists and the environments are refused with it.</summary>
    public CloudFault? LostPermission { get; set; }

    /// <summary>While set, the list of the other environment is refused with it.</summary>
    public CloudFault? OtherEnvironmentFault { get; set; }

    /// <summary>What takes clusters away, and who is connected to them.</summary>
    public FakeRemoval Removal => field ??= new FakeRemoval(this);

    /// <summary>The keys of the vaults.</summary>
    public FakeVaultKeys Keys => field ??= new FakeVaultKeys(this);

    /// <summary>The Azure half.</summary>
    public FakeGrants Grants => field ??= new FakeGrants(this);

    public List<ServicePrincipal> Principals => Grants.Principals;

    public List<RoleAssignment> Assignments => Grants.Assignments;

    public KafkaCluster AddCluster(KafkaCluster cluster)
    {
        Clusters.Add(cluster);
        return cluster;
    }

    /// <summary>Which organization the credential belongs to, or why that cannot be read.</summary>
    public Answer<string> Organization { get; set; } = "org-1";

    public Task<Answer<string>> GetOrganizationIdAsync(CancellationToken cancellationToken) => Task.FromResult(Organization);

    public Task<Answer<IReadOnlyList<ConfluentEnvironment>>> ListEnvironmentsAsync(CancellationToken cancellationToken)
        => LostPermission is { } lost
            ? Task.FromResult<Answer<IReadOnlyList<ConfluentEnvironment>>>(lost)
            : Read<IReadOnlyList<ConfluentEnvironment>>([new(Bench.Environment, "default"), new(OtherEnvironment, "other")]);

    public Task<Answer<IReadOnlyList<ConfluentNetwork>>> ListNetworksAsync(string environmentId, CancellationToken cancellationToken) => throw new NotSupportedException();

    public async Task<Answer<IReadOnlyList<KafkaCluster>>> ListAsync(string environmentId, CancellationToken cancellationToken)
    {
        // Whoever hears that it was asked for may open the gate for those that come later.
        var gate = Gate;
        Asked.TrySetResult();
        if (gate is not null)
            await gate.Task.WaitAsync(cancellationToken);
        if (LostPermission is { } lost)
            return lost;
        if (environmentId == OtherEnvironment && OtherEnvironmentFault is { } fault)
            return fault;
        return await Read<IReadOnlyList<KafkaCluster>>([.. Clusters.Where(cluster => cluster.EnvironmentId == environmentId).Select(Aged)]);
    }

    public Task<Answer<KafkaCluster>> GetAsync(string environmentId, string clusterId, CancellationToken cancellationToken)
        => LostPermission is { } lost ? Task.FromResult<Answer<KafkaCluster>>(lost)
            : Clusters.Find(cluster => cluster.Id == clusterId) is { } found ? Read(Aged(found)) : Task.FromResult<Answer<KafkaCluster>>(NotFound(clusterId));

    public Task<Answer<KafkaCluster>> CreateAsync(NewCluster cluster, CancellationToken cancellationToken)
        => Act("create cluster", () => AddCluster(Making(new KafkaCluster
        {
            Id = $"lkc-{++_ids}",
            EnvironmentId = cluster.EnvironmentId,
            DisplayName = cluster.DisplayName,
            Type = "Dedicated",
            Cloud = "AZURE",
            Region = cluster.Region,
            AvailabilityText = cluster.Availability is Availability.SingleZone ? "LOW" : "HIGH",
            Cku = cluster.Cku,
            Phase = "PROVISIONING",
            KeyRegistrationId = cluster.KeyRegistrationId,
            CreatedAt = Now,
        })));

    public Task<Answer<IReadOnlyList<KeyRegistration>>> ListAsync(CancellationToken cancellationToken)
        => Read<IReadOnlyList<KeyRegistration>>([.. Registrations]);

    public Task<Answer<KeyRegistration>> GetAsync(string id, CancellationToken cancellationToken)
        => Registrations.Find(registration => registration.Id == id) is { } found
            ? Read(Released(found) with { ApplicationId = found.CreatedAt + ApplicationTakes <= Now ? found.ApplicationId : null })
            : Task.FromResult<Answer<KeyRegistration>>(NotFound(id));

    public Task<Answer<KeyRegistration>> CreateAsync(NewKeyRegistration registration, CancellationToken cancellationToken)
        => Act("register key", () =>
        {
            var made = new KeyRegistration
            {
                Id = $"cck-{++_ids}",
                DisplayName = registration.DisplayName,
                Key = registration.Key,
                KeyText = registration.Key.ToString(),
                Vault = registration.Vault,
                TenantId = registration.TenantId,
                ApplicationId = Bench.Application,
                State = "AVAILABLE",
                CreatedAt = Now,
            };
            Registrations.Add(made);
            return made with { ApplicationId = null };
        });

    public Task<Answer<KeyRegistration>> RenameAsync(string id, string displayName, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<Answer<bool>> DeleteAsync(string id, CancellationToken cancellationToken)
        => Act("delete registration", () => Registrations.RemoveAll(registration => registration.Id == id) >= 0);

    /// <summary>Something is made, or its mishap befalls it.</summary>
    public Task<Answer<T>> Act<T>(string what, Func<T> make)
        where T : notnull
    {
        Posts++;
        OnAct?.Invoke($"before: {what}");
        var mishap = Mishaps.Count > 0 ? Mishaps.Dequeue() : Mishap.None;
        if (mishap.Refusal is { } refusal)
            return Task.FromResult<Answer<T>>(refusal);
        Answer<T> answer = mishap.IsLostOnTheWay ? Lost : new Answer<T>(make()) { CloudTime = Now, RequestId = $"req-{Posts}" };
        OnAct?.Invoke($"done, reply not read: {what}");
        return Task.FromResult(mishap.IsReplyLost ? Lost : answer);
    }

    public Task<Answer<T>> Read<T>(T value)
        where T : notnull
        => Task.FromResult(ReadFaults.Count > 0 ? ReadFaults.Dequeue() : new Answer<T>(value) { CloudTime = Now });

    /// <summary>In use until five days after the deletion of its cluster.</summary>
    private KeyRegistration Released(KeyRegistration registration)
        => Removal.DeletedAt.TryGetValue(registration.Id, out var deleted)
            ? registration with { State = deleted + TimeSpan.FromDays(5) <= Now ? "AVAILABLE" : "IN_USE" }
            : registration;

    private KafkaCluster Aged(KafkaCluster cluster)
        => cluster.Phase == "PROVISIONING" && cluster.CreatedAt + ProvisioningTakes <= Now ? cluster with { Phase = "PROVISIONED" } : cluster;

    private static CloudFault NotFound(string id) => new(CloudService.ConfluentCloud, FaultKind.NotFound, $"{id} was not found.") { Status = 404 };
}
