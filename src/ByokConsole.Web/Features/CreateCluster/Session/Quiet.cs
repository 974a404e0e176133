namespace ByokConsole.Web.Features.CreateCluster.Session;

/// <summary>Tells the last of many calls from the others: a pause of the given length after it.</summary>
public sealed class Quiet(TimeProvider time, TimeSpan pause) : IDisposable
{
    private CancellationTokenSource? _pending;

    /// <summary>True after the pause, or at once false when a later call (or an interruption) came within it.</summary>
    public async Task<bool> ComesAsync()
    {
        Interrupt();
        using var pending = _pending = new CancellationTokenSource();
        try
        {
            await Task.Delay(pause, time, pending.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
        finally
        {
            if (_pending == pending)
                _pending = null;
        }
    }

    public void Interrupt() => _pending?.Cancel();

    public void Dispose() => Interrupt();
}
