using System.Collections.Concurrent;
using ByokConsole.Sandbox.State;

namespace ByokConsole.Sandbox.KeyVault;

/// <summary>
/// How much cryptography a vault does in ten seconds, on real time: the published number of operations with keys of 2048 bits, of which one with
/// a longer key counts as eight.
/// </summary>
public sealed class VaultThrottle(World world, TimeProvider real)
{
    private const int LongKey = 8;
    private const int Short = 2048;
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<string, (long Began, int Spent)> _vaults = new(StringComparer.Ordinal);

    /// <summary>Counts one operation; false when it is one too many. What is refused counts as well.</summary>
    public bool Admits(VaultRecord vault, KeyVersionRecord version)
    {
        var now = real.GetTimestamp();
        var cost = version.Size > Short ? LongKey : 1;
        var (_, spent) = _vaults.AddOrUpdate(
            vault.Id, (now, cost), (_, was) => real.GetElapsedTime(was.Began, now) >= Window ? (now, cost) : (was.Began, Math.Min(was.Spent, int.MaxValue / 2) + cost));
        return spent <= world.Now.KeyOperationsIn10Seconds;
    }
}
