using ByokConsole.Core.Drafts;

namespace ByokConsole.Core.Ports;

/// <summary>Where drafts are kept. Every save is durable when the call returns.</summary>
public interface IDraftStore
{
    Task<ClusterDraft?> FindAsync(string id, CancellationToken cancellationToken);

    /// <summary>Drafts of an environment in which something was entered, newest save first. One that was only opened is not listed.</summary>
    Task<IReadOnlyList<ClusterDraft>> ListAsync(string environmentId, CancellationToken cancellationToken);

    Task AddAsync(ClusterDraft draft, CancellationToken cancellationToken);

    /// <summary>
    /// Saves when the stored revision still equals the draft's, and then counts the draft's revision up;
    /// false when another tab saved first (nothing is written) or the draft is gone.
    /// </summary>
    Task<bool> TrySaveAsync(ClusterDraft draft, CancellationToken cancellationToken);

    /// <summary>Deletes drafts that were made before this moment and in which nothing was ever entered.</summary>
    Task DeleteUntouchedAsync(DateTimeOffset before, CancellationToken cancellationToken);

    Task DeleteAsync(string id, CancellationToken cancellationToken);
}
