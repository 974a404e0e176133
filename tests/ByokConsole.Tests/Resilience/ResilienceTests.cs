using System.Collections.Concurrent;
using ByokConsole.Core;
using ByokConsole.Core.Provisioning;
using ByokConsole.Core.Provisioning.Steps;
using ByokConsole.Resilience.Blows;
using ByokConsole.Resilience.Mutations;
using ByokConsole.Resilience.OutOfProcess;
using ByokConsole.Resilience.Report;
using ByokConsole.Resilience.Scenarios;
using ByokConsole.Resilience.Twin;
using Microsoft.Extensions.DependencyInjection;

namespace ByokConsole.Tests.Resilience;

/// <summary>A slice of the crash and fault harness; the full set is a program of its own, and its summary is docs/resilience.md.</summary>
public sealed class ResilienceTests(ResilienceWorlds worlds, ITestOutputHelper output) : IClassFixture<ResilienceWorlds>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Every_Write_Of_Every_Step_Is_Reached_By_A_Scenario()
    {
        var seen = worlds.Snapshots.Undisturbed.Values.SelectMany(outcome => outcome.Points).Where(point => !point.IsCommit)
            .GroupBy(point => point.Step).ToDictionary(group => group.Key, group => group.Select(point => RealWrite.Of(point.What)).Distinct().Count());
        var acts = StepTypes().ToDictionary(step => step.Name, step => Acts.Of(step.Type));

        Assert.Contains("CreateAsync", acts[StepNames.CreateCluster]);
        Assert.Equal(["DeleteAsync", "SetEnabledAsync"], acts[StepNames.TurnVaultKey]);
        Assert.All(Enum.GetValues<RunKind>().SelectMany(RunPlan.NamesOf).Distinct(), step =>
            Assert.True(seen.GetValueOrDefault(step) >= acts[step].Count, $"{step} can {string.Join(", ", acts[step])}; scenarios come to {seen.GetValueOrDefault(step)} of them."));
        Assert.All(Enum.GetValues<RunKind>(), kind => Assert.Contains(Catalogue.All, scenario => scenario.Kind == kind));
    }

    [Fact]
    public async Task Whatever_Befalls_A_Write_Nothing_Is_Made_Twice_Or_Lost()
    {
        var outcomes = await RunAsync(Enumerable.Range(0, 3), Mutation.None, one => !one.Point.IsCommit && Slice(one));

        Assert.True(outcomes.Count >= 80, $"Only {outcomes.Count} cases.");
        Assert.DoesNotContain(outcomes, outcome => outcome.Violations.Count > 0);
    }

    [Fact]
    public async Task Killed_Before_Or_After_Any_Commit_A_Run_Comes_To_Its_End()
    {
        var outcomes = await RunAsync([1], Mutation.None, one => one.Point.IsCommit && one.Point.Ordinal % 9 == 1);

        Assert.True(outcomes.Count >= 40, $"Only {outcomes.Count} cases.");
        Assert.DoesNotContain(outcomes, outcome => outcome.Violations.Count > 0);
    }

    [Theory]
    [InlineData(nameof(Mutation.NoLook), Catalogue.CreateAutomatic, Moment.AfterSend, true)]
    [InlineData(nameof(Mutation.NoLook), Catalogue.Register, Moment.AfterSend, false)]
    [InlineData(nameof(Mutation.NoIntent), Catalogue.CreateAutomatic, Moment.AfterReply, true)]
    [InlineData(nameof(Mutation.NoIntent), Catalogue.Create, Moment.AfterReply, false)]
    [InlineData(nameof(Mutation.NoFence), Catalogue.CreateAutomatic, Moment.BeforeCommit, true)]
    public async Task Without_A_Safeguard_The_Harness_Finds_What_It_Is_For(string mutation, string scenario, Moment moment, bool isDuplicate)
    {
        var removed = Enum.Parse<Mutation>(mutation);
        var outcomes = await RunAsync(Enumerable.Range(0, removed is Mutation.NoFence ? 12 : 2), removed, one =>
            one.Point.Scenario == scenario && one.Point.Moment == moment && one.Fault is Fault.None && one.Point.Ordinal <= 6
            && Weather.Of(one).WakesAfter is not null == removed is Mutation.NoFence);

        Assert.Contains(outcomes.SelectMany(outcome => outcome.Violations), violation => violation.IsDuplicate == isDuplicate);
    }

    [Theory]
    [InlineData(Moment.BeforeSend)]
    [InlineData(Moment.AfterSend)]
    [InlineData(Moment.AfterReply)]
    public async Task A_Real_Console_That_Is_Killed_While_It_Asks_For_A_Cluster_Makes_One(Moment moment)
    {
        var journey = await Journey.RunAsync(worlds.Snapshots, Catalogue.Find(Catalogue.Create), moment);

        Assert.Empty(journey.Violations);
        Assert.True(Assert.Single(journey.Kills).IsProven);
    }

    /// <summary>One case in so many, spread over points, faults and seeds.</summary>
    private static bool Slice(Case one) => (one.Seed + (int)one.Fault + (int)one.Point.Moment + one.Point.Step.Length) % 13 == 0;

    private async Task<IReadOnlyCollection<Outcome>> RunAsync(IEnumerable<int> seeds, Mutation mutation, Func<Case, bool> select)
    {
        var outcomes = new ConcurrentQueue<Outcome>();
        await Campaign.RunAsync(worlds.Snapshots, Campaign.Cases(worlds.Snapshots, seeds, seeds).Where(select), outcome =>
        {
            outcomes.Enqueue(outcome);
            if (outcome.Violations.Count > 0)
                output.WriteLine($"{outcome.Case!.Id}: {string.Join("; ", outcome.Violations.Select(one => one.Text))}\n{string.Join('\n', outcome.Trace)}");
        }, mutation, Token);
        return outcomes;
    }

    private static IEnumerable<(string Name, Type Type)> StepTypes()
        => new ServiceCollection().AddByokCore().Where(service => service.ServiceType == typeof(IRunStep))
            .Select(service => service.ImplementationType ?? typeof(AssignRole))
            .SelectMany(type => type == typeof(AssignRole)
                ? [(StepNames.AssignEncryptionUser, type), (StepNames.AssignReader, type)]
                : new[] { (type.Name, type) })
            .DistinctBy(step => step.Item1);
}
