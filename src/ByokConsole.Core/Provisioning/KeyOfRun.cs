using ByokConsole.Core.Clouds;
using ByokConsole.Core.Identifiers;
using ByokConsole.Core.Ports;
using ByokConsole.Core.Preflight;

namespace ByokConsole.Core.Provisioning;

/// <summary>The key that a cluster run is about.</summary>
public static class KeyOfRun
{
    /// <summary>
    /// What the checks are asked about. A registration that was chosen, not made here, need not have its key on the draft: what the
    /// input lacks is read from the registration.
    /// </summary>
    public static async Task<Answer<KeySubject>> SubjectAsync(
        RunInput input, IKeyRegistrations registrations, CancellationToken cancellationToken)
    {
        var subject = Of(input);
        if (subject is { Vault: not null, Key: not null, TenantId: not null } || subject.RegistrationId is not { } id)
            return subject;
        var registration = await registrations.GetAsync(id, cancellationToken).ConfigureAwait(false);
        return registration.Select(found => subject with
        {
            Vault = subject.Vault ?? found.Vault,
            Key = subject.Key ?? found.Key?.Versionless,
            TenantId = subject.TenantId ?? found.TenantId,
        });
    }

    private static KeySubject Of(RunInput input) => new()
    {
        Vault = VaultResourceId.TryParse(input.VaultResourceId, out var vault) ? vault : null,
        Key = KeyIdentifier.TryParse(input.KeyIdentifier, out var key) ? key.Versionless : null,
        TenantId = input.TenantId,
        Region = input.Region,
        RegistrationId = input.RegistrationId,
        MaterialGenerated = input.MaterialGenerated,
    };
}
