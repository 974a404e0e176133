using FluentValidation;

namespace ByokConsole.Core.Drafts;

/// <summary>Step 4: who holds the key. Rules about the text alone; whether the key is any good is for the checks.</summary>
public sealed class SecurityValidator : AbstractValidator<ClusterDraft>
{
    private const string NoManagedHsm = "Confluent Cloud takes keys of Azure Key Vault, not of Managed HSM. Choose a key in a vault.";

    public SecurityValidator()
    {
        RuleLevelCascadeMode = CascadeMode.Stop;
        When(draft => draft.Encryption is EncryptionMode.SelfManaged && draft.KeySource is KeySource.CreateNew, NewKeyRules);
        When(draft => draft.Encryption is EncryptionMode.SelfManaged, () =>
            RuleFor(draft => draft.RegistrationId)
                .NotEmpty()
                .WithMessage(draft => draft.KeySource is KeySource.UseExisting ? "Choose a key that is registered." : "Register the key first.")
                .At(DraftField.Registration));
    }

    /// <summary>The end of what stands before the first space; enough to find the place.</summary>
    private static string UpToSpace(string text)
    {
        var before = new string([.. text.TakeWhile(c => !char.IsWhiteSpace(c))]);
        return before.Length > 24 ? $"…{before[^24..]}" : before;
    }

    private void NewKeyRules()
    {
        RuleFor(draft => draft.VaultResourceId)
            .NotEmpty().WithMessage("Paste the vault's resource ID. Portal: the vault, Overview, JSON View.").At(DraftField.VaultResourceId)
            .Must(text => !text.Contains("/managedHSMs/", StringComparison.OrdinalIgnoreCase)).WithMessage(NoManagedHsm).At(DraftField.VaultResourceId)
            .Must(text => Identifiers.VaultResourceId.TryParse(text, out _))
            .WithMessage("This is not the resource ID of a Key Vault. It looks like /subscriptions/…/resourceGroups/…/providers/Microsoft.KeyVault/vaults/….")
            .At(DraftField.VaultResourceId);
        RuleFor(draft => draft.KeyIdentifier)
            .NotEmpty().WithMessage("Paste the key identifier. Portal: the vault, Keys, the key, its current version.").At(DraftField.KeyIdentifier)
            .Must(text => !text.Contains(".managedhsm.azure.net", StringComparison.OrdinalIgnoreCase)).WithMessage(NoManagedHsm).At(DraftField.KeyIdentifier)
            .Must(text => !text.Any(char.IsWhiteSpace))
            .WithMessage(draft => $"A key identifier has no spaces: there is one behind \u201c{UpToSpace(draft.KeyIdentifier)}\u201d.").At(DraftField.KeyIdentifier)
            .Must(text => Identifiers.KeyIdentifier.TryParse(text, out _))
            .WithMessage("This is not a key identifier. It looks like https://{vault}.vault.azure.net/keys/{key}.").At(DraftField.KeyIdentifier)
            .Must(text => Identifiers.KeyIdentifier.TryParse(text, out var key) && key.Version is null)
            .WithMessage("Leave the version out: a cluster follows the newest version.").At(DraftField.KeyIdentifier);
        RuleFor(draft => draft.TenantId)
            .NotEmpty().WithMessage("Paste the tenant ID. Portal: Microsoft Entra ID, Overview, Tenant ID.").At(DraftField.TenantId)
            .Must(text => !Guid.TryParse(text, out var tenant) || tenant != Guid.Empty)
            .WithMessage("This is nobody's tenant: all zeros stand for no tenant at all. Portal: Microsoft Entra ID, Overview, Tenant ID.").At(DraftField.TenantId)
            .Must(text => Guid.TryParseExact(text, "D", out _))
            .WithMessage("A tenant ID is a GUID, such as 0c5ff2e1-7f0e-4a86-9b8b-6a1d2f0d9e11.").At(DraftField.TenantId);
        RuleFor(draft => draft.MaterialGenerated)
            .Equal(true).WithErrorCode(DraftRules.Missing).WithMessage("Say whether the key was generated in the vault: imported material is not supported, and Azure does not tell.")
            .At(DraftField.MaterialGenerated);
    }
}
