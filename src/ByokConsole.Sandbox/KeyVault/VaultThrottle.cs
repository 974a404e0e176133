using System.Collections.Concurrent;
using ByokConsole.Sandbox.Http;
using ByokConsole.Sandbox.State;

namespace ByokConsole.Sandbox.KeyVault;

/// <summary>
/// What a vault does in ten seconds, on real time: the published number of operations with keys of 2048 bits, of which one with a longer key
/// counts as eight, and of new keys, of which one in hardware counts as two.
/// </summary>
public sealed class VaultThrottle(World world, TimeProvider real)
{
    private const int LongKey = 8;
    private const int HardwareKey = 2;
    private const int Short = 2048;
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<string, RateWindow> _operations = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, RateWindow> _creations = new(StringComparer.Ordinal);

    /// <summary>Counts one operation: null, or the refusal when it is one too many.</summary>
    public Reply? RefuseOperation(VaultRecord vault, KeyVersionRecord version)
        => Refuse(_operations, vault, () => world.Now.KeyOperationsIn10Seconds, version.Size > Short ? LongKey : 1);

    /// <summary>Counts one new key: null, or the refusal when it is one too many.</summary>
    public Reply? RefuseCreation(VaultRecord vault, KeyVersionRecord version)
        => Refuse(_creations, vault, () => world.Now.KeyCreationsIn10Seconds, version.Kty.EndsWith("-HSM", StringComparison.Ordinal) ? HardwareKey : 1);

    private Reply? Refuse(ConcurrentDictionary<string, RateWindow> windows, VaultRecord vault, Func<int> limit, int cost)
        => windows.GetOrAdd(vault.Id, _ => new(real, Window, limit)).Count(cost).Left >= 0
            ? null
            : VaultErrors.Of(
                429, "Throttled", "Request was not processed because too many requests were received. Reason: VaultRequestTypeLimitReached");
}
