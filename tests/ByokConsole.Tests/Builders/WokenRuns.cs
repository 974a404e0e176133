using ByokConsole.Core.Ports;

namespace ByokConsole.Tests.Builders;

/// <summary>A scheduler that works nothing and remembers which runs it was to wake.</summary>
public sealed class WokenRuns : IRunScheduler
{
    public List<string> Ids { get; } = [];

    public Task WakeAsync(string runId, CancellationToken cancellationToken)
    {
        Ids.Add(runId);
        return Task.CompletedTask;
    }
}
