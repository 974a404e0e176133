namespace ByokConsole.Web.Shared;

/// <summary>One timer for everything on a page that shows how long ago something was. Runs only while somebody listens.</summary>
public sealed class Heartbeat(TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(5);
    private readonly Lock _gate = new();
    private readonly List<Func<Task>> _listeners = [];
    private ITimer? _timer;

    /// <summary>Calls <paramref name="listener"/> on every beat, until the returned value is disposed.</summary>
    public IDisposable Listen(Func<Task> listener)
    {
        lock (_gate)
        {
            _listeners.Add(listener);
            _timer ??= time.CreateTimer(_ => Beat(), null, Period, Period);
        }

        return new Listening(this, listener);
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _listeners.Clear();
            _timer?.Dispose();
        }
    }

    private void Beat()
    {
        Func<Task>[] listeners;
        lock (_gate)
            listeners = [.. _listeners];
        foreach (var listener in listeners)
            _ = listener();
    }

    private void Leave(Func<Task> listener)
    {
        lock (_gate)
        {
            _listeners.Remove(listener);
            if (_listeners.Count > 0)
                return;
            _timer?.Dispose();
            _timer = null;
        }
    }

    private sealed class Listening(Heartbeat heartbeat, Func<Task> listener) : IDisposable
    {
        public void Dispose() => heartbeat.Leave(listener);
    }
}
