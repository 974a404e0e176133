using ByokConsole.Core.Clouds;
using ByokConsole.Core.Identifiers;
using ByokConsole.Core.Vaults;

namespace ByokConsole.Core.Ports;

/// <summary>Azure's activity log: who changed what. It reaches 90 days back, and tells of a change minutes after it.</summary>
public interface IActivityLog
{
    /// <summary>Role assignments that were deleted at, above or below the vault since then, newest first.</summary>
    /// <param name="since">In the cloud's time; not more than 90 days ago.</param>
    Task<Answer<IReadOnlyList<RemovedAssignment>>> ListRemovalsAsync(VaultResourceId vault, DateTimeOffset since, CancellationToken cancellationToken);
}
