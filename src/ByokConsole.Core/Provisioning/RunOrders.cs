using ByokConsole.Core.Clouds;
using ByokConsole.Core.Drafts;
using ByokConsole.Core.Grants;
using ByokConsole.Core.Identifiers;
using ByokConsole.Core.Keys;
using ByokConsole.Core.Ports;
using ByokConsole.Core.Preflight;

namespace ByokConsole.Core.Provisioning;

/// <summary>
/// Starts runs for callers without a wizard: a script, the command line. The same rules, checks and steps as from a page. Asked twice, there is
/// one run: an idempotency key says that it is the same request; without one the registration (or the name) does, as long as the run is under way.
/// </summary>
public sealed class RunOrders(
    Admission admission, GrantRestorer restorer, KeyCatalog keys, IKafkaClusters clusters, Traces traces, IRunStore runs, RunStarter starter)
{
    /// <summary>Code of a request whose name was used for another one.</summary>
    public const string KeyReused = "idempotency_key_reused";

    /// <summary>Registers a key.</summary>
    /// <param name="asked">What is asked for, written as a draft that nobody saves.</param>
    /// <param name="idempotencyKey">The caller's name for this request, or null.</param>
    public async Task<OrderOutcome> RegisterKeyAsync(ClusterDraft asked, string? idempotencyKey, string by, CancellationToken cancellationToken)
    {
        if (Admission.ProblemsOfKey(asked) is { Count: > 0 })
            return new OrderOutcome.Refused(await admission.OfKeyAsync(asked, cancellationToken).ConfigureAwait(false));
        var input = RunInputs.ForRegistration(asked);
        var order = new RunOrder(RunKind.RegisterKey, asked.EnvironmentId, KeyIdentifier.Parse(input.KeyIdentifier!).KeyName, input, by)
        {
            About = input.KeyIdentifier!,
            IsAbout = earlier => earlier.KeyIdentifier == input.KeyIdentifier,
            ObstacleAsync = async () => await traces.FindKeyAsync(asked, cancellationToken).ConfigureAwait(false) is { } id ? RegisteredAs(id) : null,
            IdempotencyKey = idempotencyKey,
        };
        return await StartAsync(order, () => admission.OfKeyAsync(asked, cancellationToken), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Creates a cluster, with the registration's key or encrypted automatically.</summary>
    /// <param name="registrationId">The key's registration, or null for automatic encryption.</param>
    public async Task<OrderOutcome> CreateClusterAsync(
        ClusterDraft asked, string? registrationId, string? idempotencyKey, string by, CancellationToken cancellationToken)
    {
        // The wizard is opened from an environment; here it is only named.
        if (await clusters.ListAsync(asked.EnvironmentId, cancellationToken).ConfigureAwait(false) is { Fault: { } unseen })
            return new OrderOutcome.Blocked(unseen);
        if (registrationId is not null && await admission.FillInAsync(asked, registrationId, cancellationToken).ConfigureAwait(false) is { } fault)
            return new OrderOutcome.Blocked(fault);
        if (DraftRules.CheckAll(asked) is { Count: > 0 })
            return new OrderOutcome.Refused(await admission.OfClusterAsync(asked, cancellationToken).ConfigureAwait(false));
        var input = RunInputs.ForCluster(asked);
        var order = new RunOrder(RunKind.CreateCluster, asked.EnvironmentId, input.Cluster!.DisplayName, input, by)
        {
            About = registrationId ?? input.Cluster.DisplayName,
            // A key serves one cluster; without one, the name is all that tells requests apart.
            IsAbout = earlier => registrationId is not null
                ? earlier.RegistrationId == registrationId
                : earlier.Cluster is { KeyRegistrationId: null } cluster && cluster.DisplayName == input.Cluster.DisplayName,
            IdempotencyKey = idempotencyKey,
        };
        return await StartAsync(order, () => admission.OfClusterAsync(asked, cancellationToken), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Gives a registration's application its roles; of a key in use, puts them back.</summary>
    public async Task<OrderOutcome> GrantAccessAsync(string registrationId, string? idempotencyKey, string by, CancellationToken cancellationToken)
    {
        var found = await keys.FindAsync(registrationId, cancellationToken).ConfigureAwait(false);
        if (!found.IsOk)
            return new OrderOutcome.Blocked(found.Fault);
        var (row, registration) = (found.Value, found.Value.Registration);
        if (row.Cluster is not null)
            return await restorer.StartAsync(registrationId, by, cancellationToken).ConfigureAwait(false) switch
            {
                { IsOk: true } answer => new OrderOutcome.Started(answer.Value, []),
                var answer => new OrderOutcome.Blocked(answer.Fault!),
            };
        if (registration is not { Vault: { } vault, ApplicationId: { } application })
            return new OrderOutcome.Blocked(NoApplication(registrationId));
        var input = new RunInput
        {
            KeyIdentifier = registration.Key?.Versionless.ToString(),
            VaultResourceId = vault.ToString(),
            TenantId = registration.TenantId,
            RegistrationId = registrationId,
            ApplicationId = application,
        };
        var order = new RunOrder(RunKind.GrantAccess, "", row.Name, input, by)
        {
            About = registrationId,
            IsAbout = earlier => earlier.RegistrationId == registrationId,
            IdempotencyKey = idempotencyKey,
        };
        return await StartAsync(order, () => Task.FromResult(new AdmissionReport([], [])), cancellationToken).ConfigureAwait(false);
    }

    private async Task<OrderOutcome> StartAsync(RunOrder order, Func<Task<AdmissionReport>> judge, CancellationToken cancellationToken)
    {
        var earlier = (await runs.ListAsync(null, cancellationToken).ConfigureAwait(false))
            .Where(run => run.Kind == order.Kind && order.IsAbout(run.Input)).ToList();
        var key = order.KeyAfter(earlier.Count);
        // A request that is repeated is not judged again: what it made itself (its key is in use now) would speak against it.
        var repeated = order.IdempotencyKey is not null
            ? await runs.FindByKeyAsync(key, cancellationToken).ConfigureAwait(false)
            : earlier.Find(run => !run.HasEnded);
        if (repeated is not null)
            return order.Meets(repeated);
        if (await order.ObstacleAsync().ConfigureAwait(false) is { } obstacle)
            return new OrderOutcome.Blocked(obstacle);
        var report = await judge().ConfigureAwait(false);
        if (report.IsRefused)
            return new OrderOutcome.Refused(report);
        var run = await starter.StartAsync(
            order.Kind, order.EnvironmentId, order.Subject, order.Input, order.By, key, cancellationToken, isNeeded: name => name is not StepNames.RecordOnDraft)
            .ConfigureAwait(false);
        var outcome = order.Meets(run);
        return outcome is OrderOutcome.Started started ? started with { Warnings = [.. report.Warnings] } : outcome;
    }

    private static CloudFault RegisteredAs(string id)
        => new(CloudService.ConfluentCloud, FaultKind.AlreadyExists, $"This key is registered already, as {id}. Use that registration.") { ExistingId = id };

    private static CloudFault NoApplication(string registrationId) => new(
        CloudService.ConfluentCloud,
        FaultKind.Conflict,
        $"Registration {registrationId} names no Azure vault and application. Confluent Cloud makes the application within a minute of the registration: try again then.");
}
