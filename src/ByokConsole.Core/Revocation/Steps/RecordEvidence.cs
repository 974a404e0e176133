using ByokConsole.Core.Ports;
using ByokConsole.Core.Provisioning;
using ByokConsole.Core.Revocation.Words;

namespace ByokConsole.Core.Revocation.Steps;

/// <summary>Seals what was done: the hash chain over the audit entries so far stands in the journal from here on.</summary>
public sealed class RecordEvidence(IAuditTrail audit) : IRunStep
{
    public string Name => StepNames.RecordEvidence;

    public async Task<StepOutcome> AdvanceAsync(RunContext context, CancellationToken cancellationToken)
    {
        var entries = await audit.OfAsync(context.Run.Id, cancellationToken).ConfigureAwait(false);
        var digest = AuditChain.DigestOf(context.Run.Id, entries);
        return new StepOutcome.Done(ReleaseSteps.Sealed(entries.Count, digest))
        {
            Facts = Removal.With(context, Removal.Of(context) with { EvidenceDigest = digest }),
        };
    }
}
