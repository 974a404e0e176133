namespace ByokConsole.Core.Ports;

/// <summary>Wakes runs up. A run that was enqueued is worked soon, survives a crash, and is never worked twice at once.</summary>
public interface IRunScheduler
{
    /// <summary>Makes sure that the run is worked now (a trigger that exists is brought forward).</summary>
    Task WakeAsync(string runId, CancellationToken cancellationToken);
}
