using ByokConsole.Sandbox.Clock;
using ByokConsole.Sandbox.State;

namespace ByokConsole.Sandbox.KeyVault;

/// <summary>
/// What time alone does to keys: policies rotate them, retention ends. Nothing runs meanwhile; whoever comes to a vault next finds
/// everything as it would have been, and it is written in one change before anyone sees it.
/// </summary>
public sealed class KeyLife(World world, CloudClock clock)
{
    public void CatchUp(VaultRecord vault)
    {
        var now = clock.GetUtcNow();
        if (!KeysOf(vault).Any(key => IsPurged(vault, key, now) || RotationSchedule.Due(key) <= now))
            return;
        world.Write(change =>
        {
            foreach (var key in KeysOf(vault))
            {
                var rotated = key;
                while (RotationSchedule.Due(rotated) is { } due && due <= now)
                    rotated = RotationSchedule.Rotated(rotated, due);
                if (IsPurged(vault, key, now))
                    change.Remove(world.Keys, key.Id);
                else if (rotated != key)
                    change.Put(world.Keys, rotated);
            }
        });
    }

    private IEnumerable<KeyRecord> KeysOf(VaultRecord vault) => world.Keys.All.Where(key => key.Vault == vault.Id);

    private static bool IsPurged(VaultRecord vault, KeyRecord key, DateTimeOffset now) => key.PurgedAt(vault) <= now;
}
