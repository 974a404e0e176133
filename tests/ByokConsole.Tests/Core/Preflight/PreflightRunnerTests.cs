using ByokConsole.Core.Preflight;
using Microsoft.Extensions.Logging.Abstractions;

namespace ByokConsole.Tests.Core.Preflight;

/// <summary>All checks side by side: each answers once, the quick ones do not wait for the slow one, each resource is read once.</summary>
public sealed class PreflightRunnerTests
{
    private static readonly CheckName[] OfTheKey =
        [CheckName.KeyNotBound, CheckName.KeyExists, CheckName.KeyIsSoftwareRsa, CheckName.KeyUsable, CheckName.RotationPolicy, CheckName.PurgeProtectionOn];

    [Fact]
    public async Task Every_Check_Answers_Exactly_Once()
    {
        var world = new KeyWorld();

        var results = await ReadAllAsync(Runner(world), world);

        Assert.Equal(PreflightRunner.Order.Select(check => check.Name).Order(), results.Select(result => result.Check).Order());
        Assert.All(results, result => Assert.Equal(CheckState.Pass, result.State));
    }

    [Fact]
    public async Task Each_Resource_Is_Read_Once()
    {
        var world = new KeyWorld();

        await ReadAllAsync(Runner(world), world);

        Assert.Equal(["assignments", "bindings", "key", "policy", "principal", "registration", "registrations", "vault"], world.Reads.Keys.Order());
        Assert.All(world.Reads, read => Assert.Equal(1, read.Value));
    }

    [Fact]
    public async Task The_Quick_Answers_Come_While_A_Slow_Read_Is_Under_Way()
    {
        var world = new KeyWorld { KeyGate = new TaskCompletionSource() };
        var before = new List<CheckName>();
        var after = new List<CheckName>();

        await foreach (var result in Runner(world).RunAsync(world.Subject, TestContext.Current.CancellationToken))
        {
            (world.KeyGate.Task.IsCompleted ? after : before).Add(result.Check);
            if (before.Count == PreflightRunner.Order.Count - OfTheKey.Length)
                world.KeyGate.TrySetResult();
        }

        Assert.Equal(OfTheKey.Order(), after.Order());
    }

    [Fact]
    public async Task A_Check_That_Throws_Is_Skipped_And_Hides_No_Other()
    {
        var world = new KeyWorld();
        var runner = new PreflightRunner(
            [new ThrowingCheck(CheckName.RbacEnabled, new InvalidOperationException("Bad.")), new ThrowingCheck(CheckName.KeyUsable, new TaskCanceledException("Slow.")),
                Checks.Find(CheckName.VaultExists)],
            world.Ports, NullLogger<PreflightRunner>.Instance);

        var results = (await ReadAllAsync(runner, world)).ToDictionary(result => result.Check);

        Assert.Equal((3, CheckState.Pass), (results.Count, results[CheckName.VaultExists].State));
        foreach (var thrown in (CheckName[])[CheckName.RbacEnabled, CheckName.KeyUsable])
        {
            Assert.Equal(CheckState.Skipped, results[thrown].State);
            Assert.DoesNotContain("Bad.", results[thrown].Explanation, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Whoever_Cancels_Stops_The_Reads()
    {
        var world = new KeyWorld { KeyGate = new TaskCompletionSource() };
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var seen = 0;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in Runner(world).RunAsync(world.Subject, stop.Token))
                if (++seen == PreflightRunner.Order.Count - OfTheKey.Length)
                    await stop.CancelAsync();
        });

        Assert.True(world.KeyReadWasStopped);
    }

    [Fact]
    public async Task Whoever_Stops_Listening_Stops_The_Reads()
    {
        var world = new KeyWorld { KeyGate = new TaskCompletionSource() };
        var seen = 0;

        await foreach (var _ in Runner(world).RunAsync(world.Subject, TestContext.Current.CancellationToken))
            if (++seen == PreflightRunner.Order.Count - OfTheKey.Length)
                break;

        Assert.True(world.KeyReadWasStopped);
    }

    private static PreflightRunner Runner(KeyWorld world) => new(Checks.All, world.Ports, NullLogger<PreflightRunner>.Instance);

    private static async Task<List<CheckResult>> ReadAllAsync(PreflightRunner runner, KeyWorld world)
    {
        var results = new List<CheckResult>();
        await foreach (var result in runner.RunAsync(world.Subject, TestContext.Current.CancellationToken))
            results.Add(result);
        return results;
    }
}
