using ByokConsole.Core.Clouds;
using ByokConsole.Core.Identifiers;
using ByokConsole.Core.Ports;
using ByokConsole.Core.Vaults;

namespace ByokConsole.Tests.Builders;

/// <summary>The activity log with the entries that a test puts there.</summary>
public sealed class InMemoryActivityLog : IActivityLog
{
    public List<RemovedAssignment> Removals { get; } = [];

    /// <summary>While set, every question gets this answer.</summary>
    public CloudFault? Fault { get; set; }

    public Task<Answer<IReadOnlyList<RemovedAssignment>>> ListRemovalsAsync(
        VaultResourceId vault, DateTimeOffset since, CancellationToken cancellationToken)
        => Task.FromResult<Answer<IReadOnlyList<RemovedAssignment>>>(
            Fault is not null ? Fault : Removals.Where(removal => removal.RemovedAt >= since).OrderByDescending(removal => removal.RemovedAt).ToList());
}
