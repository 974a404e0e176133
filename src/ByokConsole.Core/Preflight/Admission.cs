using ByokConsole.Core.Clouds;
using ByokConsole.Core.Clusters;
using ByokConsole.Core.Confluent;
using ByokConsole.Core.Drafts;
using ByokConsole.Core.Ports;

namespace ByokConsole.Core.Preflight;

/// <summary>
/// Judges a key or a cluster that is asked for without the wizard, by the wizard's own rules and checks, before anything is sent. What is asked
/// for is written as a draft that nobody saves.
/// </summary>
public sealed class Admission(PreflightRunner checks, PreflightPorts ports, IKeyRegistrations registrations, KeyAttestations attestations)
{
    /// <summary>The rules about the key's text, and every check that can be asked before it is registered.</summary>
    public async Task<AdmissionReport> OfKeyAsync(ClusterDraft asked, CancellationToken cancellationToken)
        => new(ProblemsOfKey(asked), await AskAsync(asked, cancellationToken).ConfigureAwait(false));

    /// <summary>The checks of a registration's grant; nothing is asked of the vault and the key that they do not need.</summary>
    public Task<IReadOnlyList<CheckResult>> OfGrantAsync(ClusterDraft asked, CancellationToken cancellationToken)
        => AskAsync(asked, cancellationToken, CheckGroup.Access);

    /// <summary>What the rules find wrong with a key that is to be registered.</summary>
    public static IReadOnlyList<DraftProblem> ProblemsOfKey(ClusterDraft asked)
        => [.. DraftRules.Check(asked, DraftStep.Security).Where(problem => problem.Field is not DraftField.Registration)];

    /// <summary>Every rule of the wizard and, for a cluster with a key of the customer's, every check.</summary>
    public async Task<AdmissionReport> OfClusterAsync(ClusterDraft asked, CancellationToken cancellationToken)
    {
        var problems = DraftRules.CheckAll(asked);
        return new AdmissionReport(
            problems, asked.Encryption is EncryptionMode.SelfManaged ? await AskAsync(asked, cancellationToken).ConfigureAwait(false) : []);
    }

    /// <summary>Fills in what a registration says about its key; whoever asks for a cluster names the registration only.</summary>
    /// <returns>The fault when the registration cannot be read, or null.</returns>
    public async Task<CloudFault?> FillInAsync(ClusterDraft asked, string registrationId, CancellationToken cancellationToken)
    {
        var read = await registrations.GetAsync(registrationId, cancellationToken).ConfigureAwait(false);
        if (!read.IsOk)
            return read.Fault;
        await FillInAsync(asked, read.Value, cancellationToken).ConfigureAwait(false);
        return null;
    }

    private async Task FillInAsync(ClusterDraft asked, KeyRegistration registration, CancellationToken cancellationToken)
    {
        (asked.Encryption, asked.KeySource) = (EncryptionMode.SelfManaged, KeySource.UseExisting);
        (asked.RegistrationId, asked.ApplicationId) = (registration.Id, registration.ApplicationId);
        asked.VaultResourceId = registration.Vault?.ToString() ?? "";
        asked.KeyIdentifier = registration.Key?.Versionless.ToString() ?? registration.KeyText;
        asked.TenantId = registration.TenantId?.ToString() ?? "";
        asked.MaterialGenerated |= await attestations.WasSaidOfAsync(registration.Id, cancellationToken).ConfigureAwait(false);
    }

    private Task<IReadOnlyList<CheckResult>> AskAsync(ClusterDraft asked, CancellationToken cancellationToken, CheckGroup? only = null)
        => checks.AskAsync(DraftSubject.Of(asked), new PreflightReads(ports, cancellationToken), cancellationToken, only);
}
