using ByokConsole.Core.Ports;

namespace ByokConsole.Tests.Core.Provisioning;

/// <summary>Remembers which runs were woken; the test works them itself.</summary>
internal sealed class FakeScheduler : IRunScheduler
{
    public List<string> Woken { get; } = [];

    public Task WakeAsync(string runId, CancellationToken cancellationToken)
    {
        Woken.Add(runId);
        return Task.CompletedTask;
    }
}
