using ByokConsole.Core.Ports;
using ByokConsole.Core.Provisioning;
using ByokConsole.Core.Provisioning.Words;

namespace ByokConsole.Core.Clusters;

/// <summary>
/// What runs that have ended still need a person for: a cluster that does not carry the key it was asked to carry, and a second cluster that a
/// request seems to have made. Each alarm stands until a person signs it off, or its cause is gone.
/// </summary>
public sealed class RunAlarms(IRunStore runs, TimeProvider time)
{
    /// <summary>Runs of which an alarm stands, newest first.</summary>
    public async Task<IReadOnlyList<Run>> ListAsync(CancellationToken cancellationToken)
        => [.. (await runs.ListAsync(null, cancellationToken)).Where(run => IsMismatch(run) || Seconds(run).Any())];

    /// <summary>True while the run's cluster is known not to carry its key and nobody has signed that off.</summary>
    public static bool IsMismatch(Run run) => run.Facts is { KeyMismatch: true, MismatchSignedOffAt: null };

    /// <summary>Second clusters of the run that nobody said to be wanted.</summary>
    public static IEnumerable<string> Seconds(Run run) => run.Facts.SecondClusters.Except(run.Facts.WantedClusters);

    /// <summary>Records in the run's journal that a person has seen that the key is missing and deals with it; once is enough.</summary>
    /// <returns>False when the alarm no longer stood, or the journal was written by another worker meanwhile.</returns>
    public async Task<bool> SignOffAsync(string runId, CancellationToken cancellationToken)
        => await runs.FindAsync(runId, cancellationToken) is { } run && IsMismatch(run)
            && await WriteAsync(run, run.Facts with { MismatchSignedOffAt = time.GetUtcNow() }, ClusterSteps.MismatchSignedOff, cancellationToken);

    /// <summary>Records that a person wants to keep the second cluster.</summary>
    /// <returns>False when the alarm no longer stood, or the journal was written by another worker meanwhile.</returns>
    public async Task<bool> KeepAsync(string runId, string clusterId, CancellationToken cancellationToken)
        => await runs.FindAsync(runId, cancellationToken) is { } run && Seconds(run).Contains(clusterId)
            && await WriteAsync(
                run, run.Facts with { WantedClusters = [.. run.Facts.WantedClusters, clusterId] }, ClusterSteps.SecondClusterKept(clusterId), cancellationToken);

    private Task<bool> WriteAsync(Run run, RunFacts facts, string text, CancellationToken cancellationToken)
        => runs.RemarkAsync(run with { Facts = facts }, [(true, text)], time.GetUtcNow(), cancellationToken);
}
