using ByokConsole.Resilience.Twin;

namespace ByokConsole.Tests.Resilience;

/// <summary>The worlds that the slice of the crash and fault harness begins in, made once for its tests.</summary>
public sealed class ResilienceWorlds : IAsyncLifetime
{
    private Snapshots? _snapshots;

    internal Snapshots Snapshots => _snapshots ?? throw new InvalidOperationException("They have not been made.");

    public async ValueTask InitializeAsync() => _snapshots = await Snapshots.MakeAsync(TimeProvider.System.GetUtcNow() - TimeSpan.FromHours(3));

    public ValueTask DisposeAsync()
    {
        _snapshots?.Dispose();
        return ValueTask.CompletedTask;
    }
}
