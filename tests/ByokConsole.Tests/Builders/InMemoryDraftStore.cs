using System.Text.Json;
using ByokConsole.Core.Drafts;
using ByokConsole.Core.Ports;

namespace ByokConsole.Tests.Builders;

/// <summary>The draft store's contract in memory: like a database, it gives and keeps copies.</summary>
public sealed class InMemoryDraftStore : IDraftStore
{
    private readonly Dictionary<string, (ClusterDraft Draft, int Revision)> _drafts = [];

    /// <summary>What each save waits for.</summary>
    public Task Disk { get; set; } = Task.CompletedTask;

    public Task<ClusterDraft?> FindAsync(string id, CancellationToken cancellationToken)
        => Task.FromResult(_drafts.TryGetValue(id, out var kept) ? CopyOf(kept.Draft) : null);

    public Task<IReadOnlyList<ClusterDraft>> ListAsync(string environmentId, CancellationToken cancellationToken)
        => Task.FromResult<IReadOnlyList<ClusterDraft>>(
            [.. _drafts.Values.Select(kept => CopyOf(kept.Draft)).Where(draft => draft.EnvironmentId == environmentId && draft.Revision > 0).OrderByDescending(draft => draft.SavedAt)]);

    public Task AddAsync(ClusterDraft draft, CancellationToken cancellationToken)
    {
        _drafts.Add(draft.Id, (CopyOf(draft), draft.Revision));
        return Task.CompletedTask;
    }

    public async Task<bool> TrySaveAsync(ClusterDraft draft, CancellationToken cancellationToken)
    {
        await Disk;
        if (!_drafts.TryGetValue(draft.Id, out var kept) || kept.Revision != draft.Revision)
            return false;
        draft.Revision++;
        _drafts[draft.Id] = (CopyOf(draft), draft.Revision);
        return true;
    }

    public Task DeleteUntouchedAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        foreach (var (draft, _) in _drafts.Values.Where(kept => kept.Draft.Revision == 0 && kept.Draft.CreatedAt < before).ToList())
            _drafts.Remove(draft.Id);
        return Task.CompletedTask;
    }

    public Task DeleteAsync(string id, CancellationToken cancellationToken)
    {
        _drafts.Remove(id);
        return Task.CompletedTask;
    }

    private static ClusterDraft CopyOf(ClusterDraft draft) => JsonSerializer.Deserialize<ClusterDraft>(JsonSerializer.Serialize(draft))!;
}
