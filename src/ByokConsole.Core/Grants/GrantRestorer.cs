using ByokConsole.Core.Clouds;
using ByokConsole.Core.Identifiers;
using ByokConsole.Core.Keys;
using ByokConsole.Core.Ports;
using ByokConsole.Core.Provisioning;
using ByokConsole.Core.Vaults;

namespace ByokConsole.Core.Grants;

/// <summary>
/// Puts the grant of a key in use back after somebody took it away: both roles, at the vault, whatever wider scope they were lost at. Never
/// while a revocation of that key is under way.
/// </summary>
public sealed class GrantRestorer(KeyCatalog catalog, IAccessGrants grants, IActivityLog activity, IRunStore runs, RunStarter starter, TimeProvider time)
{
    /// <summary>One day less than the log keeps, so that no clock's error makes the question invalid.</summary>
    private static readonly TimeSpan LogReach = TimeSpan.FromDays(89);

    /// <summary>What is missing now, and who took it away.</summary>
    /// <returns>A fault when the registration or its role assignments cannot be read, or when the key serves no cluster.</returns>
    public async Task<Answer<GrantLoss>> LookAsync(string registrationId, CancellationToken cancellationToken)
    {
        var found = await FindAsync(registrationId, cancellationToken).ConfigureAwait(false);
        if (!found.IsOk)
            return found.Fault;
        var (row, vault, application) = found.Value;
        var principal = await grants.FindServicePrincipalAsync(application, cancellationToken).ConfigureAwait(false);
        if (!principal.IsOk && principal.Fault.Kind is not FaultKind.NotFound)
            return principal.Fault;
        // Without a service principal there is no assignment either.
        var assigned = principal.IsOk
            ? await grants.ListAssignmentsAsync(vault, principal.Value.ObjectId, cancellationToken).ConfigureAwait(false)
            : new Answer<IReadOnlyList<RoleAssignment>>([]) { CloudTime = principal.CloudTime };
        if (!assigned.IsOk)
            return assigned.Fault;
        var missing = KeyVaultRole.OfGrant.Where(role => !assigned.Value.Any(assignment => assignment.Gives(role, vault))).ToList();
        var removals = missing.Count == 0
            ? new Answer<IReadOnlyList<RemovedAssignment>>([])
            : await activity.ListRemovalsAsync(vault, (assigned.CloudTime ?? time.GetUtcNow()) - LogReach, cancellationToken).ConfigureAwait(false);
        return new GrantLoss
        {
            Roles = [.. missing.Select(role => new LostRole(role, Removal(removals, role, vault, principal.IsOk ? principal.Value.ObjectId : null)))],
            LogFault = removals.Fault,
            Revocation = await RevocationAsync(row.Cluster!.EnvironmentId, registrationId, cancellationToken).ConfigureAwait(false),
        };
    }

    /// <summary>Starts the run that puts both roles back. The same run as long as one is under way.</summary>
    /// <param name="by">Who starts it.</param>
    /// <returns>The run; or a fault that says why not.</returns>
    public async Task<Answer<Run>> StartAsync(string registrationId, string by, CancellationToken cancellationToken)
    {
        var found = await FindAsync(registrationId, cancellationToken).ConfigureAwait(false);
        if (!found.IsOk)
            return found.Fault;
        var (row, vault, application) = found.Value;
        var environment = row.Cluster!.EnvironmentId;
        if (await RevocationAsync(environment, registrationId, cancellationToken).ConfigureAwait(false) is { } revocation)
            return Refused($"Revocation {revocation.Id} of this key is under way: it takes the grants away. Stop it first, or let it end.");
        var earlier = (await runs.ListAsync(environment, cancellationToken).ConfigureAwait(false))
            .Where(run => run.Kind is RunKind.RestoreGrants && run.Input.RegistrationId == registrationId).ToList();
        if (earlier.Find(run => !run.HasEnded) is { } standing)
            return standing;
        var input = new RunInput
        {
            KeyIdentifier = row.Registration.Key?.Versionless.ToString(),
            VaultResourceId = vault.ToString(),
            TenantId = row.Registration.TenantId,
            Region = row.Region,
            RegistrationId = registrationId,
            ApplicationId = application,
        };
        return await starter.StartAsync(
            RunKind.RestoreGrants, environment, row.Name, input, by, $"grants/{registrationId}/{earlier.Count}", cancellationToken).ConfigureAwait(false);
    }

    private async Task<Answer<(KeyRow Row, VaultResourceId Vault, Guid Application)>> FindAsync(string registrationId, CancellationToken cancellationToken)
    {
        var found = await catalog.FindAsync(registrationId, cancellationToken).ConfigureAwait(false);
        return found switch
        {
            { IsOk: false } => found.Fault,
            { Value: { Cluster: not null, Registration: { Vault: { } vault, ApplicationId: { } application } } row } => (row, vault, application),
            { Value.Cluster: null } => Refused("This key serves no cluster: there is no grant in use to put back. The wizard grants access to a key that a new cluster is to use."),
            _ => Refused("This registration names no Azure vault and application that this console understands."),
        };
    }

    private Task<Run?> RevocationAsync(string environmentId, string registrationId, CancellationToken cancellationToken)
        => runs.FindUnderWayAsync(RunKind.RevokeAccess, registrationId, environmentId, cancellationToken);

    /// <summary>The newest removal of the role from that service principal; nobody knows the id of one that is gone.</summary>
    private static RemovedAssignment? Removal(
        Answer<IReadOnlyList<RemovedAssignment>> removals, KeyVaultRole role, VaultResourceId vault, Guid? principal)
        => removals.IsOk
            ? removals.Value.FirstOrDefault(removal => removal.Assignment.Gives(role, vault) && principal is { } id && removal.Assignment.PrincipalId == id)
            : null;

    private static CloudFault Refused(string why) => new(CloudService.ResourceManager, FaultKind.Refused, why);
}
