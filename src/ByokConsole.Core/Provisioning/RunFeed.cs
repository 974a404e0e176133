using System.Threading.Channels;

namespace ByokConsole.Core.Provisioning;

/// <summary>
/// Tells whoever watches a run in this process that its journal was written, here or by another console. It carries no news itself: the
/// journal does.
/// </summary>
public sealed class RunFeed
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, List<Channel<bool>>> _watchers = [];

    /// <summary>The run was written.</summary>
    public void Publish(string runId)
    {
        lock (_gate)
        {
            foreach (var watcher in _watchers.GetValueOrDefault(runId) ?? [])
                watcher.Writer.TryWrite(true);
        }
    }

    /// <summary>News of other consoles may have been missed: whoever watches looks anew.</summary>
    public void PublishAll()
    {
        lock (_gate)
        {
            foreach (var watcher in _watchers.Values.SelectMany(watchers => watchers))
                watcher.Writer.TryWrite(true);
        }
    }

    /// <summary>Hears of every write from now on, until disposed.</summary>
    public Subscription Subscribe(string runId)
    {
        // One pending nudge is enough: whoever comes back reads the newest state.
        var channel = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        lock (_gate)
        {
            if (!_watchers.TryGetValue(runId, out var watchers))
                _watchers[runId] = watchers = [];
            watchers.Add(channel);
        }
        return new Subscription(this, runId, channel);
    }

    private void Remove(string runId, Channel<bool> channel)
    {
        lock (_gate)
        {
            if (_watchers.TryGetValue(runId, out var watchers) && watchers.Remove(channel) && watchers.Count == 0)
                _watchers.Remove(runId);
        }
    }

    /// <summary>One watcher's ear.</summary>
    public sealed class Subscription : IDisposable
    {
        private readonly RunFeed _feed;
        private readonly string _runId;
        private readonly Channel<bool> _channel;

        internal Subscription(RunFeed feed, string runId, Channel<bool> channel) => (_feed, _runId, _channel) = (feed, runId, channel);

        /// <summary>Returns at the next write, or after a while without one.</summary>
        public async Task WaitAsync(TimeSpan atMost, TimeProvider time, CancellationToken cancellationToken)
        {
            using var pause = new CancellationTokenSource(atMost, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, pause.Token);
            try
            {
                await _channel.Reader.ReadAsync(either.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                // Nothing was heard for a while; the caller looks for itself.
            }
        }

        public void Dispose() => _feed.Remove(_runId, _channel);
    }
}
