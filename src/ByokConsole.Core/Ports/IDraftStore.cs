using ByokConsole.Core.Drafts;

namespace ByokConsole.Core.Ports;

/// <summary>Where drafts are kept. Every save is durable when the call returns.</summary>
public interface IDraftStore
{
    Task<ClusterDraft?> FindAsync(string id, CancellationToken cancellationToken);

    /// <summary>Drafts of an environment, newest save first.</summary>
    Task<IReadOnlyList<ClusterDraft>> ListAsync(string environmentId, CancellationToken cancellationToken);

    Task AddAsync(ClusterDraft draft, CancellationToken cancellationToken);

    /// <summary>
    /// Saves when the stored revision still equals the draft's, and then counts the draft's revision up;
    /// false when another tab saved first (nothing is written) or the draft is gone.
    /// </summary>
    Task<bool> TrySaveAsync(ClusterDraft draft, CancellationToken cancellationToken);

    Task DeleteAsync(string id, CancellationToken cancellationToken);
}
