using ByokConsole.Core.Ports;

namespace ByokConsole.Core.KeyHealth;

/// <summary>Keys in use that need a person today. Asks no cloud: it tells what the last sweep found.</summary>
public sealed class BrokenKeys(IKeyHealthStore health)
{
    /// <summary>Reports of keys that a cluster is bound to and of which a check fails.</summary>
    public async Task<IReadOnlyList<KeyHealthReport>> ListAsync(CancellationToken cancellationToken)
        => [.. (await health.ListAsync(cancellationToken)).Where(report => report is { ClusterId: not null, Standing: KeyStanding.Broken })];
}
