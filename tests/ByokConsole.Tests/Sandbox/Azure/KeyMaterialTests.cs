using ByokConsole.Sandbox.Clock;
using ByokConsole.Sandbox.KeyVault;
using ByokConsole.Sandbox.Seed;
using ByokConsole.Sandbox.State;

namespace ByokConsole.Tests.Sandbox.Azure;

/// <summary>The keys that are made in the background at the first start.</summary>
public sealed class KeyMaterialTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_stop_does_not_wait_for_the_key_that_is_being_made()
    {
        using var folder = new TemporaryFolder();
        using var world = new World(new WorldStore(folder.Path, reset: false));
        new SeededWorld(world, new CloudClock(world, TimeProvider.System)).PutIfEmpty();
        using var material = new KeyMaterial(world, SecretBox.OpenOrCreate(folder.Path));
        using var stop = new CancellationTokenSource();
        using var release = new ManualResetEventSlim();
        var held = new TaskCompletionSource();
        // While another change is under way, no key can be put away: the one that is being made is not done.
        var change = Task.Run(() => world.Write(_ => Hold(held, release)), Token);
        await held.Task.WaitAsync(Token);

        try
        {
            var preparing = material.PrepareAsync(stop.Token);
            await stop.CancelAsync();

            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => preparing.WaitAsync(TimeSpan.FromSeconds(30), Token));
        }
        finally
        {
            release.Set();
            await change;
        }
    }

    private static void Hold(TaskCompletionSource held, ManualResetEventSlim release)
    {
        held.SetResult();
        release.Wait(Token);
    }
}
