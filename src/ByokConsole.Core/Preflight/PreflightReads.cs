using System.Collections.Concurrent;
using ByokConsole.Core.Clouds;
using ByokConsole.Core.Confluent;
using ByokConsole.Core.Identifiers;
using ByokConsole.Core.Provisioning;
using ByokConsole.Core.Vaults;

namespace ByokConsole.Core.Preflight;

/// <summary>
/// The reads of one preflight, or of one sweep over many keys: each resource is asked for once, on first use, whichever check wants it first.
/// </summary>
public sealed class PreflightReads(PreflightPorts ports, CancellationToken cancellationToken)
{
    private readonly ConcurrentDictionary<(string What, string Id), Lazy<Task>> _asked = new();

    public TimeProvider Time => ports.Time;

    /// <summary>One list of a vault's role assignments serves every key in it, in place of one list for each application.</summary>
    public bool ListsWholeVaults { get; init; }

    /// <summary>Registrations that were listed already need no question of their own.</summary>
    public void Know(Answer<IReadOnlyList<KeyRegistration>> listed)
    {
        _asked[("registrations", "")] = new Lazy<Task>(Task.FromResult(listed));
        foreach (var one in listed.Value)
            _asked[("registration", one.Id.ToLowerInvariant())] = new Lazy<Task>(Task.FromResult(listed.Select(_ => one)));
    }

    public Task<Answer<Vault>> VaultAsync(VaultResourceId id) => Once("vault", id, () => ports.Vaults.GetAsync(id, cancellationToken));

    public Task<Answer<VaultChallenge>> ChallengeAsync(string vaultName)
        => Once("challenge", vaultName, () => ports.Keys.ChallengeAsync(vaultName, cancellationToken));

    public Task<Answer<VaultKey>> KeyAsync(KeyIdentifier key) => Once("key", key, () => ports.Keys.GetAsync(key, cancellationToken));

    public Task<Answer<IReadOnlyList<KeyListItem>>> VersionsAsync(KeyIdentifier key)
        => Once("versions", key, () => ports.Keys.ListVersionsAsync(key, cancellationToken));

    public Task<Answer<KeyRotationPolicy>> RotationPolicyAsync(KeyIdentifier key)
        => Once("policy", key, () => ports.Keys.GetRotationPolicyAsync(key, cancellationToken));

    public Task<Answer<IReadOnlyList<KeyRegistration>>> RegistrationsAsync()
        => Once("registrations", "", () => ports.Registrations.ListAsync(cancellationToken));

    public Task<Answer<KeyRegistration>> RegistrationAsync(string id)
        => Once("registration", id, () => ports.Registrations.GetAsync(id, cancellationToken));

    public Task<IReadOnlyList<KeyBinding>> BindingsAsync(KeyIdentifier key) => Once("bindings", key, () => ports.Bindings.OfKeyAsync(key, cancellationToken));

    public Task<Answer<ServicePrincipal>> PrincipalAsync(Guid application)
        => Once("principal", application, () => ports.Grants.FindServicePrincipalAsync(application, cancellationToken));

    /// <summary>Role assignments of a principal at, above and below the vault.</summary>
    public async Task<Answer<IReadOnlyList<RoleAssignment>>> AssignmentsAsync(VaultResourceId vault, Guid principal)
    {
        if (!ListsWholeVaults)
            return await Once(
                "assignments", $"{vault} {principal}", () => ports.Grants.ListAssignmentsAsync(vault, principal, cancellationToken)).ConfigureAwait(false);
        var all = await Once("assignments", vault, () => ports.Grants.ListAssignmentsAsync(vault, null, cancellationToken)).ConfigureAwait(false);
        return all.Select<IReadOnlyList<RoleAssignment>>(listed => [.. listed.Where(assignment => assignment.PrincipalId == principal)]);
    }

    private Task<T> Once<T>(string what, object id, Func<Task<T>> ask)
        => (Task<T>)_asked.GetOrAdd((what, id.ToString()!.ToLowerInvariant()), _ => new Lazy<Task>(ask)).Value;
}
