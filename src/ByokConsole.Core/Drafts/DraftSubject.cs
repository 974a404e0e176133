using ByokConsole.Core.Preflight;

namespace ByokConsole.Core.Drafts;

/// <summary>Takes the well-formed parts of a draft for the checks; what is missing or malformed is left out.</summary>
public static class DraftSubject
{
    public static KeySubject Of(ClusterDraft draft) => draft.Encryption is not EncryptionMode.SelfManaged
        || draft is { KeySource: KeySource.UseExisting, RegistrationId: null }
        ? new KeySubject { Region = draft.Region }
        : new KeySubject
        {
            Vault = Identifiers.VaultResourceId.TryParse(draft.VaultResourceId, out var vault) ? vault : null,
            Key = Identifiers.KeyIdentifier.TryParse(draft.KeyIdentifier, out var key) ? key.Versionless : null,
            TenantId = Guid.TryParseExact(draft.TenantId, "D", out var tenant) ? tenant : null,
            Region = string.IsNullOrWhiteSpace(draft.Region) ? null : draft.Region,
            RegistrationId = draft.RegistrationId,
            MaterialGenerated = draft.MaterialGenerated,
        };
}
