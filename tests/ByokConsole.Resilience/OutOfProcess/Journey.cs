using System.Diagnostics;
using System.Text.Json.Nodes;
using ByokConsole.Core.Identifiers;
using ByokConsole.Core.Provisioning;
using ByokConsole.Resilience.Blows;
using ByokConsole.Resilience.Mutations;
using ByokConsole.Resilience.Report;
using ByokConsole.Resilience.Scenarios;
using ByokConsole.Resilience.Twin;

namespace ByokConsole.Resilience.OutOfProcess;

/// <summary>One scenario with a real console that is killed at the same moment of every external write, and goes on each time from its data folder.</summary>
internal sealed class Journey(Scenario scenario, RealClouds clouds, ConsoleTwin reader, IReadOnlySet<string> before)
{
    private const int HeldMilliseconds = 60_000;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(100);

    private readonly List<Kill> _kills = [];
    private bool _isReleased;

    public static async Task<JourneyOutcome> RunAsync(Snapshots snapshots, Scenario scenario, Moment moment, int most = int.MaxValue)
    {
        await using var clouds = await RealClouds.OpenAsync(snapshots, scenario);
        var spare = snapshots.Rent();
        await using var reader = new ConsoleTwin(
            new ConsoleLife("reader", onlyStalls: false), spare, new Plot("", null), clouds.DatabaseFile, TimeSpan.Zero, Mutation.None);
        var before = (await reader.Runs.ListAsync(null, CancellationToken.None)).Select(run => run.Id).ToHashSet();
        var journey = new Journey(scenario, clouds, reader, before);
        var points = snapshots.Undisturbed[scenario.Name].Points.Where(point => point.Moment == moment).Take(most).ToList();
        await journey.GoAsync(points);
        var violations = await journey.JudgeAsync();
        snapshots.Return(spare);
        return new JourneyOutcome(scenario.Name, moment, journey._kills, violations);
    }

    private async Task GoAsync(IReadOnlyList<Point> points)
    {
        RealWrite? last = null;
        (Point Point, bool IsProven)? struck = null;
        foreach (var point in points)
        {
            var write = RealWrite.Of(point.What);
            // What was struck before it left is sent once more first.
            var skip = point.Moment is Moment.BeforeSend && write == last ? 1 : 0;
            await clouds.Knobs.HoldAsync(
                point.Moment is Moment.BeforeSend ? "Slow" : "SlowReply", write.Host, write.Method, write.Path, skip, point.Moment is Moment.AfterReply ? 1500 : HeldMilliseconds);
            var since = Stopwatch.StartNew();
            await using var console = await RealConsole.StartAsync(clouds.ConsoleFolder, clouds.EnvFile);
            await UntilAsync(console, clouds.Knobs.AreFaultsTakenAsync, struck, since);
            struck = (point, point.Moment is not Moment.AfterReply || await LetTheReplyThroughAsync(console));
            last = write;
        }

        await FinishAsync(struck);
    }

    private async Task FinishAsync((Point Point, bool IsProven)? struck)
    {
        var since = Stopwatch.StartNew();
        await using var console = await RealConsole.StartAsync(clouds.ConsoleFolder, clouds.EnvFile);
        await UntilAsync(console, async () => await FindAsync() is { HasEnded: true }, struck, since);
    }

    /// <summary>The console reads the reply and finds its database locked: so it is killed, and then the lock goes.</summary>
    private async Task<bool> LetTheReplyThroughAsync(RealConsole console)
    {
        await using var theLock = await clouds.LockDatabaseAsync();
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < Patience && !await clouds.IsAnsweredAsync("SlowReply");)
            await Task.Delay(Glance);
        // It has the reply by now, and waits for the lock.
        await Task.Delay(5 * Glance);
        await console.DisposeAsync();
        await theLock.DisposeAsync();
        var run = (await FindAsync())!;
        return run.Steps[RunProgress.Current(run)] is { State: StepState.Running, IntentAt: not null };
    }

    /// <summary>Starts the run if there is none, answers what it asks, and notes when the step that was struck is through; until something is so.</summary>
    /// <exception cref="TimeoutException">It never is.</exception>
    private async Task UntilAsync(RealConsole console, Func<Task<bool>> isSo, (Point Point, bool IsProven)? struck, Stopwatch since)
    {
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < Patience; await Task.Delay(Glance))
        {
            var run = await FindAsync();
            if (run is null)
                await StartRunAsync(console);
            else if (Person.IsAsked(run))
                await AnswerAsync(console, run);
            else if (!run.HasEnded && run.Steps[RunProgress.Current(run)] is { Name: StepNames.WaitRelease, State: StepState.Waiting } && !_isReleased)
                await ReleaseAsync();
            if (struck is { } one && run is not null && IsThrough(run, one.Point.Step))
            {
                _kills.Add(new Kill(one.Point, one.IsProven, since.Elapsed));
                struck = null;
            }

            if (await isSo())
            {
                if (struck is { } late)
                    _kills.Add(new Kill(late.Point, late.IsProven, since.Elapsed));
                return;
            }
        }

        var stands = await FindAsync();
        throw new TimeoutException($"{scenario.Name}: {stands?.State} at {stands?.Steps[Math.Min(RunProgress.Current(stands), stands.Steps.Count - 1)]}. {console.Refusal}");
    }

    private async Task ReleaseAsync()
    {
        _isReleased = true;
        await clouds.Knobs.AdvanceAsync(TimeSpan.FromDays(5) + TimeSpan.FromMinutes(1));
    }

    private async Task StartRunAsync(RealConsole console)
    {
        var (method, path, body) = Doors.Of(scenario, await reader.Runs.ListAsync(null, CancellationToken.None));
        await console.AskAsync(method, path, body);
    }

    private async Task AnswerAsync(RealConsole console, Run run)
    {
        var answer = Person.AnswerTo(run, scenario.Wishes);
        await console.AskAsync(HttpMethod.Post, $"/runs/{run.Id}/answer", new JsonObject
        {
            ["mark"] = answer.Question, ["choice"] = answer.Choice, ["text"] = answer.Text, ["options"] = new JsonArray([.. answer.Options.Select(option => (JsonNode)option)]),
        });
    }

    private async Task<Run?> FindAsync() => (await reader.Runs.ListAsync(null, CancellationToken.None)).FirstOrDefault(run => !before.Contains(run.Id));

    private static bool IsThrough(Run run, string step)
        => run.HasEnded || run.Steps.Any(one => one.Name == step && one.State is StepState.Done or StepState.NotNeeded);

    private async Task<IReadOnlyList<Violation>> JudgeAsync()
    {
        var runs = await reader.Runs.ListAsync(null, CancellationToken.None);
        var mine = runs.Where(run => !before.Contains(run.Id)).ToList();
        using var world = await clouds.StopAsync();
        var found = new Findings(
            world, mine[0], await reader.Runs.EventsAsync(mine[0].Id, 0, CancellationToken.None),
            await reader.Bindings.OfKeyAsync(KeyIdentifier.Parse(Worlds.KeyText), CancellationToken.None), null, Fault.None);
        return [.. Judgement.Of(scenario, found, runs), .. mine.Skip(1).Select(run => new Violation(true, $"run {run.Id} is one too many"))];
    }
}
