using ByokConsole.Core.Clouds;
using ByokConsole.Core.Confluent;
using ByokConsole.Core.Grants;
using ByokConsole.Core.Ports;
using ByokConsole.Core.Vaults;

namespace ByokConsole.Core.AsCode.Clusters;

/// <summary>
/// Asks the clouds for what a text needs to know of a key that exists: its registration, its newest version, its size and rotation, and the roles
/// that were assigned already.
/// </summary>
public sealed class ClusterKeyReader(IVaultKeys keys, IKeyRegistrations registrations, GrantReader grants)
{
    /// <summary>
    /// The same with its key. What a cloud refuses stays unknown, and the text says what to fill in; a fault means that nothing tells which key
    /// it is: the registration could not be read, or is of no Azure key.
    /// </summary>
    public async Task<Answer<ClusterTarget>> CompleteAsync(ClusterTarget target, CancellationToken cancellationToken)
    {
        if ((target.KeyRegistrationId ?? target.Key?.RegistrationId) is not { } id)
            return target.Key is { } unregistered ? target with { Key = await CompleteAsync(unregistered, [], cancellationToken) } : target;
        var read = await registrations.GetAsync(id, cancellationToken);
        if ((read.IsOk ? KeyOf(read.Value) : target.Key) is not { } key)
            return read.Fault ?? new CloudFault(CloudService.ConfluentCloud, FaultKind.Invalid, $"{id} names no key in an Azure vault.");
        var assignments = read.IsOk ? await AssignmentsAsync(read.Value, cancellationToken) : null;
        return target with { Key = await CompleteAsync(key, assignments, cancellationToken) };
    }

    private async Task<ClusterKey> CompleteAsync(ClusterKey key, IReadOnlyList<RoleAssignment>? assignments, CancellationToken cancellationToken)
    {
        var policy = keys.GetRotationPolicyAsync(key.Key.Versionless, cancellationToken);
        var newest = await keys.GetAsync(key.Key.Versionless, cancellationToken);
        return (newest.IsOk ? key with { Key = newest.Value.Id, Size = newest.Value.KeySize } : key) with
        {
            Rotation = await policy is { IsOk: true } known ? known.Value : null,
            Assignments = assignments,
        };
    }

    private async Task<IReadOnlyList<RoleAssignment>?> AssignmentsAsync(KeyRegistration registration, CancellationToken cancellationToken)
        => await grants.ReadAsync(registration, cancellationToken) is { IsOk: true } read ? read.Value : null;

    private static ClusterKey? KeyOf(KeyRegistration registration)
        => registration is { Vault: { } vault, Key: { } key, TenantId: { } tenant }
            ? new ClusterKey(vault, key.Versionless, tenant) { RegistrationId = registration.Id, RegistrationName = registration.DisplayName }
            : null;
}
