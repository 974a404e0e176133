using ByokConsole.Core.Clouds;
using ByokConsole.Core.Confluent;
using ByokConsole.Core.Grants;
using ByokConsole.Core.KeyHealth;
using ByokConsole.Core.Ports;
using ByokConsole.Core.Provisioning;
using ByokConsole.Core.Vaults;

namespace ByokConsole.Core.Keys;

/// <summary>Reads one registered key: its registration, versions, policy, grant, past and findings.</summary>
public sealed class KeyDetailsReader(KeyCatalog catalog, IVaultKeys keys, GrantReader grants, IKeyHealthStore health, IRunStore runs, TimeProvider time)
{
    /// <summary>Changes that are read at once.</summary>
    public const int ChangesAtOnce = 50;

    /// <summary>Reads it now. A fault means that the registration itself could not be read.</summary>
    public async Task<Answer<KeyDetails>> ReadAsync(string registrationId, CancellationToken cancellationToken)
    {
        var found = await catalog.FindAsync(registrationId, cancellationToken);
        if (!found.IsOk)
            return found.Fault;
        var (row, registration) = (found.Value, found.Value.Registration);
        var versions = VersionsAsync(row, cancellationToken);
        var policy = PolicyAsync(registration, cancellationToken);
        var assignments = grants.ReadAsync(registration, cancellationToken);
        return new KeyDetails
        {
            Row = row,
            Versions = await versions,
            Policy = await policy,
            Assignments = await assignments,
            Past = await catalog.PastAsync(registration, cancellationToken),
            Changes = await ChangesAsync(registrationId, cancellationToken),
            Revocation = (await runs.ListAsync(null, cancellationToken))
                .FirstOrDefault(run => run.Kind is RunKind.RevokeAccess && run.Input.RegistrationId == registrationId),
            CloudAhead = found.CloudTime is { } cloud ? cloud - time.GetUtcNow() : TimeSpan.Zero,
        };
    }

    /// <summary>Reads the registration, what the newest round of checks found and what changed; neither the vault nor the grant is asked.</summary>
    public async Task<Answer<(KeyRow Row, IReadOnlyList<HealthChange> Changes)>> ReadHealthAsync(string registrationId, CancellationToken cancellationToken)
    {
        var found = await catalog.FindAsync(registrationId, cancellationToken);
        return found.IsOk ? (found.Value, await ChangesAsync(registrationId, cancellationToken)) : found.Fault;
    }

    private Task<IReadOnlyList<HealthChange>> ChangesAsync(string registrationId, CancellationToken cancellationToken)
        => health.ChangesAsync(registrationId, ChangesAtOnce, cancellationToken);

    private async Task<Answer<IReadOnlyList<KeyVersion>>?> VersionsAsync(KeyRow row, CancellationToken cancellationToken)
        => row.Registration.Key is { } key
            ? (await keys.ListVersionsAsync(key.Versionless, cancellationToken)).Select(list => KeyVersion.Of(list, row.Cluster?.CreatedAt))
            : null;

    private async Task<Answer<KeyRotationPolicy>?> PolicyAsync(KeyRegistration registration, CancellationToken cancellationToken)
        => registration.Key is { } key ? await keys.GetRotationPolicyAsync(key.Versionless, cancellationToken) : null;
}
