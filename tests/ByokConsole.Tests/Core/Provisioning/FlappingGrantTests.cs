using ByokConsole.Core.Preflight;
using ByokConsole.Core.Provisioning;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace ByokConsole.Tests.Core.Provisioning;

/// <summary>
/// Azure spreads a role assignment over its servers within minutes: the grant may come and go meanwhile. A launch then waits, and buys nothing
/// before it is steady.
/// </summary>
public sealed class FlappingGrantTests
{
    private static readonly TimeSpan Steady = new RunPace().Steady;
    private static readonly TimeSpan Window = new RunPace().Patience;

    [Property(MaxTest = 30)]
    public Property A_cluster_is_bought_once_the_grant_is_steady_and_never_before() => Prop.ForAll(
        Arb.From(Gen.Choose(0, 400).ArrayOf().Where(times => times.Length < 12)),
        times => BuyAsync([.. times.Select(seconds => TimeSpan.FromSeconds(seconds))]).GetAwaiter().GetResult());

    [Fact]
    public async Task A_grant_that_takes_half_an_hour_is_waited_for_and_not_called_denied()
        => await BuyAsync([Window - TimeSpan.FromMinutes(1)]);

    [Fact]
    public async Task A_grant_that_never_becomes_steady_ends_the_run_after_half_an_hour_without_a_cluster()
    {
        await using var bench = await Bench.StartAsync();
        var start = bench.Clock.GetUtcNow();
        bench.Check.Answer = () => InForce(bench, start + TimeSpan.FromSeconds(8 * Math.Floor((bench.Clock.GetUtcNow() - start).TotalSeconds / 8)));

        var run = await bench.WorkAsync((await bench.LaunchAsync()).Id);

        Assert.Equal((RunState.Failed, 0), (run.State, bench.Cloud.Clusters.Count));
        Assert.True(run.EndedAt - run.CreatedAt >= Window);
        Assert.Contains("may come and go", run.Rejection!.Reason, StringComparison.Ordinal);
    }

    /// <param name="times">How long it is out of force and in force, in turn, before it is in force for good.</param>
    private static async Task<bool> BuyAsync(IReadOnlyList<TimeSpan> times)
    {
        await using var bench = await Bench.StartAsync();
        var start = bench.Clock.GetUtcNow();
        IReadOnlyList<DateTimeOffset> turns = [.. times.Aggregate(new List<DateTimeOffset> { start }, (made, time) => [.. made, made[^1] + time])];
        DateTimeOffset? Since() => turns.Select((at, index) => (at, isIn: index % 2 == times.Count % 2)).Last(turn => turn.at <= bench.Clock.GetUtcNow()) is (var at, true)
            ? at
            : null;
        bench.Check.Answer = () => Since() is { } since
            ? InForce(bench, since)
            : new(CheckName.GrantInForce, CheckState.Waiting, "Azure applies role assignments within minutes.") { CloudTime = bench.Clock.GetUtcNow() };
        DateTimeOffset? bought = null;
        bench.Cloud.OnAct = what => bought ??= what.Contains("create", StringComparison.Ordinal) ? bench.Clock.GetUtcNow() : null;

        var run = await bench.WorkAsync((await bench.LaunchAsync()).Id);

        if (times.Aggregate(TimeSpan.Zero, (sum, time) => sum + time) < Window - TimeSpan.FromMinutes(1))
            Assert.Equal(RunState.Succeeded, run.State);
        if (run.State is RunState.Succeeded)
            Assert.InRange(bought!.Value - turns.Last(turn => turn <= bought), Steady, TimeSpan.MaxValue);
        else
            Assert.Equal((0, true), (bench.Cloud.Clusters.Count, run.EndedAt - run.CreatedAt >= Window));
        return true;
    }

    private static CheckResult InForce(Bench bench, DateTimeOffset since)
        => new(CheckName.GrantInForce, CheckState.Pass, "") { Since = since, CloudTime = bench.Clock.GetUtcNow() };
}
