using ByokConsole.Core.Confluent;
using ByokConsole.Core.Drafts;
using ByokConsole.Core.Identifiers;

namespace ByokConsole.Core.Provisioning;

/// <summary>Freezes what a draft says into a run's input, or refuses a draft that does not say enough.</summary>
public static class RunInputs
{
    /// <exception cref="DraftIncompleteException">Something that a cluster needs is missing.</exception>
    public static RunInput ForCluster(ClusterDraft draft)
    {
        var isSelfManaged = draft.Encryption is EncryptionMode.SelfManaged;
        Refuse(DraftRules.CheckAll(draft));
        var cluster = new NewCluster
        {
            EnvironmentId = draft.EnvironmentId,
            DisplayName = draft.DisplayName.Trim(),
            Region = draft.Region!,
            Availability = draft.Availability,
            Cku = draft.Cku!.Value,
            NetworkId = draft.Networking is NetworkKind.Internet ? null : draft.NetworkId,
            KeyRegistrationId = isSelfManaged ? draft.RegistrationId : null,
        };
        return isSelfManaged ? KeyOf(draft) with { Cluster = cluster } : new RunInput { Cluster = cluster, Region = draft.Region };
    }

    /// <exception cref="DraftIncompleteException">One of the three key fields is missing or not well-formed.</exception>
    public static RunInput ForRegistration(ClusterDraft draft)
    {
        Refuse(DraftRules.Check(draft, DraftStep.Security).Where(problem =>
            problem.Field is DraftField.VaultResourceId or DraftField.KeyIdentifier or DraftField.TenantId));
        var input = KeyOf(draft);
        return input with { RegistrationId = null, ApplicationId = null, RegistrationDisplayName = NameFor(draft) };
    }

    /// <exception cref="DraftIncompleteException">There is no registration, or its vault is not known.</exception>
    public static RunInput ForGrant(ClusterDraft draft)
    {
        var input = KeyOf(draft);
        List<DraftProblem> problems = [];
        if (input.RegistrationId is null || input.ApplicationId is null)
            problems.Add(new DraftProblem(DraftField.Registration, "Register the key first: access is granted to its registration."));
        if (input.VaultResourceId is null)
            problems.Add(new DraftProblem(DraftField.VaultResourceId, "The vault's resource ID is missing."));
        Refuse(problems);
        return input;
    }

    /// <summary>The cluster's name where the draft has one already, so that the registration is recognised in Confluent's own lists.</summary>
    public static string? NameFor(ClusterDraft draft) => string.IsNullOrWhiteSpace(draft.DisplayName) ? null : draft.DisplayName.Trim();

    private static RunInput KeyOf(ClusterDraft draft) => new()
    {
        VaultResourceId = VaultResourceId.TryParse(draft.VaultResourceId.Trim(), out var vault) ? vault.ToString() : null,
        KeyIdentifier = KeyIdentifier.TryParse(draft.KeyIdentifier.Trim(), out var key) ? key.Versionless.ToString() : null,
        TenantId = Guid.TryParse(draft.TenantId, out var tenant) ? tenant : null,
        Region = draft.Region,
        RegistrationId = draft.RegistrationId,
        ApplicationId = draft.ApplicationId,
        MaterialGenerated = draft.MaterialGenerated,
    };

    private static void Refuse(IEnumerable<DraftProblem> problems)
    {
        if (problems.ToList() is { Count: > 0 } found)
            throw new DraftIncompleteException(found);
    }
}
