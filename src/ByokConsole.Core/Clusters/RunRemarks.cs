using ByokConsole.Core.Ports;
using ByokConsole.Core.Provisioning;

namespace ByokConsole.Core.Clusters;

/// <summary>What is learnt of a run after its end, when no worker holds it, and still belongs into its journal.</summary>
internal static class RunRemarks
{
    /// <summary>Writes the run as it is now known, with these lines in its log.</summary>
    /// <returns>False when the journal was written by somebody else meanwhile: then nothing was written.</returns>
    public static async Task<bool> RemarkAsync(
        this IRunStore runs, Run run, IEnumerable<(bool IsWarning, string Text)> lines, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var last = (await runs.EventsAsync(run.Id, 0, cancellationToken).ConfigureAwait(false)).Select(entry => entry.Sequence).DefaultIfEmpty(0).Max();
        var entries = lines.Select((line, index) => new RunEvent(last + 1 + index, now, null, line.IsWarning, line.Text, null)).ToList();
        return await runs.TryWriteAsync(run, entries, cancellationToken).ConfigureAwait(false);
    }
}
