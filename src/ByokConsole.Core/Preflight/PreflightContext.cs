using ByokConsole.Core.Clouds;
using ByokConsole.Core.Confluent;
using ByokConsole.Core.Provisioning;
using ByokConsole.Core.Vaults;

namespace ByokConsole.Core.Preflight;

/// <summary>One preflight's reads: each resource is asked for once, on first use, whichever check wants it first.</summary>
public sealed class PreflightContext
{
    private readonly Lazy<Task<Answer<Vault>>> _vault;
    private readonly Lazy<Task<Answer<VaultChallenge>>> _challenge;
    private readonly Lazy<Task<Answer<VaultKey>>> _key;
    private readonly Lazy<Task<Answer<KeyRotationPolicy>>> _policy;
    private readonly Lazy<Task<Answer<IReadOnlyList<KeyRegistration>>>> _registrations;
    private readonly Lazy<Task<Answer<KeyRegistration>>> _registration;
    private readonly Lazy<Task<Answer<IReadOnlyList<RoleAssignment>>>> _assignments;
    private readonly Lazy<Task<IReadOnlyList<KeyBinding>>> _bindings;

    public PreflightContext(KeySubject subject, PreflightPorts ports, CancellationToken cancellationToken)
    {
        (Subject, Time) = (subject, ports.Time);
        _vault = new(() => ports.Vaults.GetAsync(subject.Vault!, cancellationToken));
        _challenge = new(() => ports.Keys.ChallengeAsync(subject.Key?.VaultName ?? subject.Vault!.VaultName, cancellationToken));
        _key = new(() => ports.Keys.GetAsync(subject.Key!, cancellationToken));
        _policy = new(() => ports.Keys.GetRotationPolicyAsync(subject.Key!, cancellationToken));
        _registrations = new(() => ports.Registrations.ListAsync(cancellationToken));
        _registration = new(() => ports.Registrations.GetAsync(subject.RegistrationId!, cancellationToken));
        _assignments = new(() => ReadAssignmentsAsync(ports, cancellationToken));
        _bindings = new(() => ports.Bindings.OfKeyAsync(subject.Key!, cancellationToken));
    }

    public KeySubject Subject { get; }

    public TimeProvider Time { get; }

    public Task<Answer<Vault>> VaultAsync() => _vault.Value;

    public Task<Answer<VaultChallenge>> ChallengeAsync() => _challenge.Value;

    public Task<Answer<VaultKey>> KeyAsync() => _key.Value;

    public Task<Answer<KeyRotationPolicy>> RotationPolicyAsync() => _policy.Value;

    public Task<Answer<IReadOnlyList<KeyRegistration>>> RegistrationsAsync() => _registrations.Value;

    public Task<Answer<KeyRegistration>> RegistrationAsync() => _registration.Value;

    /// <summary>Role assignments of the registration's application at, above and below the vault; none when it has no service principal.</summary>
    public Task<Answer<IReadOnlyList<RoleAssignment>>> AssignmentsAsync() => _assignments.Value;

    public Task<IReadOnlyList<KeyBinding>> BindingsAsync() => _bindings.Value;

    private async Task<Answer<IReadOnlyList<RoleAssignment>>> ReadAssignmentsAsync(PreflightPorts ports, CancellationToken cancellationToken)
    {
        var registration = await RegistrationAsync().ConfigureAwait(false);
        if (!registration.IsOk)
            return registration.Fault;
        if (registration.Value.ApplicationId is not { } application)
            return new Answer<IReadOnlyList<RoleAssignment>>([]);
        var principal = await ports.Grants.FindServicePrincipalAsync(application, cancellationToken).ConfigureAwait(false);
        if (!principal.IsOk)
            return principal.Fault.Kind is FaultKind.NotFound ? new Answer<IReadOnlyList<RoleAssignment>>([]) : principal.Fault;
        return await ports.Grants.ListAssignmentsAsync(Subject.Vault!, principal.Value.ObjectId, cancellationToken).ConfigureAwait(false);
    }
}
