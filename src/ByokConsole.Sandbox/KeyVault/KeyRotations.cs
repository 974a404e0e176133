using ByokConsole.Sandbox.Clock;
using ByokConsole.Sandbox.Http;
using ByokConsole.Sandbox.State;

namespace ByokConsole.Sandbox.KeyVault;

/// <summary>Rotation by hand, and the policy that rotates without one.</summary>
public sealed class KeyRotations(World world, KeyReads reads, CloudClock clock)
{
    public async Task<Reply> RotateAsync(VaultRecord vault, string name)
    {
        var version = world.Write(change =>
        {
            if (reads.Find(vault, name) is not { } key)
                return null;
            var rotated = RotationSchedule.Rotated(key, clock.GetUtcNow());
            change.Put(world.Keys, rotated);
            return rotated.Newest.Version;
        });
        return version is null ? VaultErrors.NotFound(name) : await reads.GetAsync(vault, name, version);
    }

    public Reply Policy(VaultRecord vault, string name)
        => reads.Find(vault, name) is { } key ? new Reply(200, KeyShape.Policy(vault, key)) : VaultErrors.NotFound(name);

    public Reply PutPolicy(Call call, VaultRecord vault, string name)
    {
        var (policy, problem) = RotationPolicyReading.Read(call.Json(), clock.GetUtcNow());
        if (policy is null)
            return VaultErrors.Bad(problem!);
        return world.Write(change =>
        {
            if (reads.Find(vault, name) is not { } key)
                return VaultErrors.NotFound(name);
            var changed = key with { Policy = policy with { Created = key.Policy?.Created ?? policy.Created } };
            change.Put(world.Keys, changed);
            return new Reply(200, KeyShape.Policy(vault, changed));
        });
    }
}
