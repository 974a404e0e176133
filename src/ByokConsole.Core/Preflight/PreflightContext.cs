using ByokConsole.Core.Clouds;
using ByokConsole.Core.Confluent;
using ByokConsole.Core.Provisioning;
using ByokConsole.Core.Vaults;

namespace ByokConsole.Core.Preflight;

/// <summary>What the checks see: one subject, and the reads that are about it. The part of the subject that a read needs is there.</summary>
public sealed class PreflightContext(KeySubject subject, PreflightReads reads)
{
    public KeySubject Subject => subject;

    public TimeProvider Time => reads.Time;

    public Task<Answer<Vault>> VaultAsync() => reads.VaultAsync(subject.Vault!);

    public Task<Answer<VaultChallenge>> ChallengeAsync() => reads.ChallengeAsync(subject.Key?.VaultName ?? subject.Vault!.VaultName);

    public Task<Answer<VaultKey>> KeyAsync() => reads.KeyAsync(subject.Key!);

    public Task<Answer<IReadOnlyList<KeyListItem>>> VersionsAsync() => reads.VersionsAsync(subject.Key!);

    public Task<Answer<KeyRotationPolicy>> RotationPolicyAsync() => reads.RotationPolicyAsync(subject.Key!);

    public Task<Answer<IReadOnlyList<KeyRegistration>>> RegistrationsAsync() => reads.RegistrationsAsync();

    public Task<Answer<KeyRegistration>> RegistrationAsync() => reads.RegistrationAsync(subject.RegistrationId!);

    public Task<IReadOnlyList<KeyBinding>> BindingsAsync() => reads.BindingsAsync(subject.Key!);

    /// <summary>Whether Azure knows no vault of the key's name. It has no host either: that nobody answers there is no second finding.</summary>
    public async Task<bool> IsVaultMissingAsync()
        => subject is { Vault: { } vault, Key: { } key } && vault.VaultName.Equals(key.VaultName, StringComparison.OrdinalIgnoreCase)
            && (await VaultAsync().ConfigureAwait(false)).Fault?.Kind is FaultKind.NotFound;

    /// <summary>Role assignments of the registration's application at, above and below the vault; none when it has no service principal.</summary>
    public async Task<Answer<IReadOnlyList<RoleAssignment>>> AssignmentsAsync()
    {
        var registration = await RegistrationAsync().ConfigureAwait(false);
        if (!registration.IsOk)
            return registration.Fault;
        if (registration.Value.ApplicationId is not { } application)
            return new Answer<IReadOnlyList<RoleAssignment>>([]);
        var principal = await reads.PrincipalAsync(application).ConfigureAwait(false);
        if (!principal.IsOk)
            return principal.Fault.Kind is FaultKind.NotFound ? new Answer<IReadOnlyList<RoleAssignment>>([]) : principal.Fault;
        return await reads.AssignmentsAsync(subject.Vault!, principal.Value.ObjectId).ConfigureAwait(false);
    }
}
