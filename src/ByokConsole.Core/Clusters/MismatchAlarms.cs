using ByokConsole.Core.Ports;
using ByokConsole.Core.Provisioning;

namespace ByokConsole.Core.Clusters;

/// <summary>Clusters that were found not to carry the key they were asked to carry. Each alarm stands until a person signs it off.</summary>
public sealed class MismatchAlarms(IRunStore runs, TimeProvider time)
{
    /// <summary>Runs whose alarm stands, newest first.</summary>
    public async Task<IReadOnlyList<Run>> ListAsync(CancellationToken cancellationToken)
        => [.. (await runs.ListAsync(null, cancellationToken)).Where(Stands)];

    /// <summary>Records in the run's journal that a person has seen the alarm and deals with it; once is enough.</summary>
    /// <returns>False when the alarm no longer stood, or the journal was written by another worker meanwhile.</returns>
    public async Task<bool> SignOffAsync(string runId, CancellationToken cancellationToken)
    {
        if (await runs.FindAsync(runId, cancellationToken) is not { } run || !Stands(run))
            return false;
        var now = time.GetUtcNow();
        var last = (await runs.EventsAsync(runId, 0, cancellationToken)).Select(entry => entry.Sequence).DefaultIfEmpty(0).Max();
        var signed = run with { Facts = run.Facts with { MismatchSignedOffAt = now } };
        var entry = new RunEvent(last + 1, now, null, true, "The alarm about the cluster's key was signed off by the local operator.", null);
        return await runs.TryWriteAsync(signed, [entry], cancellationToken);
    }

    private static bool Stands(Run run) => run.Facts is { KeyMismatch: true, MismatchSignedOffAt: null };
}
