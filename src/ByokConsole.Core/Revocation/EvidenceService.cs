using ByokConsole.Core.Ports;
using ByokConsole.Core.Provisioning;

namespace ByokConsole.Core.Revocation;

/// <summary>Puts a run's evidence together, at any time; it is complete once the run has ended.</summary>
public sealed class EvidenceService(IRunStore runs, IAuditTrail audit, TimeProvider time)
{
    /// <summary>The evidence of a run that deletes a cluster or brings its key back; null when there is no such run.</summary>
    public async Task<Evidence?> FindAsync(string runId, CancellationToken cancellationToken)
    {
        if (await runs.FindAsync(runId, cancellationToken).ConfigureAwait(false)
            is not { Kind: RunKind.RevokeAccess or RunKind.DeleteCluster or RunKind.RestoreKey } run)
            return null;
        var events = await runs.EventsAsync(runId, 0, cancellationToken).ConfigureAwait(false);
        var entries = await audit.OfAsync(runId, cancellationToken).ConfigureAwait(false);
        return new Evidence(run, FourDates.Of(run, time.GetUtcNow()), events, entries, AuditChain.Of(runId, entries), time.GetUtcNow());
    }
}
