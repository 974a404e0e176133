using ByokConsole.Core.Drafts;

namespace ByokConsole.Core.Preflight.Checks;

/// <summary>The key's material was made in the vault. Azure does not tell, so a person says it.</summary>
public sealed class MaterialGenerated : IPreflightCheck
{
    public CheckName Name => CheckName.MaterialGenerated;

    public Task<CheckResult> AskAsync(PreflightContext context, CancellationToken cancellationToken) => Task.FromResult(Judge(context.Subject));

    private CheckResult Judge(KeySubject subject)
    {
        if (subject.Key is null)
            return CannotSee.NotAsked(Name, "the key identifier");
        if (subject.MaterialGenerated)
            return new CheckResult(Name, CheckState.Pass, "") { Observed = "as you said" };
        const string Why = "Imported key material is not supported, and Azure does not tell whether a key was imported.";
        if (subject.BoundClusterId is { } cluster)
            return new CheckResult(Name, CheckState.Skipped, $"Azure does not tell whether a key was imported, and {cluster} was not launched here by someone who said so.");
        return subject.RegistrationId is null
            ? new CheckResult(Name, CheckState.Fail, $"{Why} Say that this one was generated in the vault.")
            {
                Observed = "not said", Expected = "generated",
                Fields = [DraftField.MaterialGenerated],
                Remedies = [new Remedy(RemedyKind.Attest, "It was generated in the vault")],
            }
            : new CheckResult(Name, CheckState.Warn, $"{Why} Nobody has said so of this one here.")
            {
                Observed = "not said", Expected = "generated",
                Remedies = [new Remedy(RemedyKind.Attest, "It was generated in the vault")],
            };
    }
}
