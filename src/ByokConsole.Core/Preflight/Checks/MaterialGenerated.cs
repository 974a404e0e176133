using ByokConsole.Core.Drafts;
using ByokConsole.Core.Preflight.Words;

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
        if (subject.BoundClusterId is { } cluster)
            return KeyMessages.AttestedElsewhere(cluster).As(Name, CheckState.Skipped);
        var unsaid = subject.RegistrationId is null
            ? KeyMessages.NotAttested.As(Name, CheckState.Fail) with { Fields = [DraftField.MaterialGenerated] }
            : KeyMessages.NeverAttested.As(Name, CheckState.Warn);
        return unsaid with
        {
            Observed = "not said", Expected = "generated",
            Remedies = [new Remedy(RemedyKind.Attest, "It was generated in the vault")],
        };
    }
}
