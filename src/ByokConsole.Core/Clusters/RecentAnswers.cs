using System.Collections.Concurrent;
using ByokConsole.Core.Clouds;

namespace ByokConsole.Core.Clusters;

/// <summary>
/// Keeps a cloud's answers for a moment, so that pages asking together cost one call, and the last good one for as long as
/// the process lives, so that a page has something to show while the cloud is away.
/// </summary>
internal sealed class RecentAnswers<T>(TimeProvider time, TimeSpan keep)
    where T : class
{
    private static readonly Reading<T> Nothing = new(null, null, null);

    private readonly ConcurrentDictionary<string, Entry> _entries = new();

    public Reading<T> LastKnown(string key) => _entries.TryGetValue(key, out var entry) ? entry.Last : Nothing;

    /// <summary>Asks, or joins a question under way, or repeats an answer that is young enough (unless it must be fresh).</summary>
    public Task<Reading<T>> GetAsync(string key, bool fresh, Func<Task<Answer<T>>> ask, CancellationToken cancellationToken)
    {
        var entry = _entries.GetOrAdd(key, _ => new Entry());
        lock (entry)
        {
            if (MustAsk(entry, fresh))
            {
                entry.AskedAt = time.GetUtcNow();
                // Off the asking circuit: others wait for this answer too, and that circuit may close.
                entry.Question = Task.Run(() => AskAsync(key, entry, ask), CancellationToken.None);
            }
            return entry.Question.WaitAsync(cancellationToken);
        }
    }

    private bool MustAsk(Entry entry, bool fresh)
        => entry.Question.IsCompleted
            && (fresh || !entry.Question.IsCompletedSuccessfully || entry.AskedAt is not { } asked || time.GetUtcNow() - asked >= keep);

    private async Task<Reading<T>> AskAsync(string key, Entry entry, Func<Task<Answer<T>>> ask)
    {
        var answer = await ask();
        entry.Last = answer.IsOk
            ? new(answer.Value, time.GetUtcNow(), null)
            : entry.Last with { Fault = answer.Fault };
        // Keys come from addresses: one that never had an answer is not kept.
        if (entry.Last.Value is null)
            _entries.TryRemove(key, out _);
        return entry.Last;
    }

    private sealed class Entry
    {
        public DateTimeOffset? AskedAt { get; set; }
        public Task<Reading<T>> Question { get; set; } = Task.FromResult(Nothing);
        public Reading<T> Last { get; set; } = Nothing;
    }
}
