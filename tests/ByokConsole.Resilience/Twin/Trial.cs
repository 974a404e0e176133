using ByokConsole.Core.Identifiers;
using ByokConsole.Core.Provisioning;
using ByokConsole.Resilience.Blows;
using ByokConsole.Resilience.Mutations;
using ByokConsole.Resilience.Report;
using ByokConsole.Resilience.Scenarios;

namespace ByokConsole.Resilience.Twin;

/// <summary>One run from its start to its end, with the blow that the case says, in a world of its own.</summary>
internal sealed class Trial
{
    private const int MostTurns = 500;
    private static readonly TimeSpan Release = TimeSpan.FromDays(5) + TimeSpan.FromMinutes(1);

    private readonly Scenario _scenario;
    private readonly Case? _case;
    private readonly Mutation _mutation;
    private readonly CloudTwin _cloud;
    private readonly string _databaseFile;
    private readonly Plot _plot;
    private readonly Typist _typist;
    private readonly List<Violation> _surprises = [];
    private HashSet<string> _before = [];

    private Trial(Scenario scenario, Case? one, CloudTwin cloud, string databaseFile, Mutation mutation)
    {
        (_scenario, _case, _mutation, _cloud, _databaseFile) = (scenario, one, mutation, cloud, databaseFile);
        _plot = new Plot(scenario.Name, one);
        _typist = new Typist(scenario.SharedDraft);
    }

    /// <summary>Runs the case in the world as it stands; without one, nothing befalls the run.</summary>
    public static Task<Outcome> RunAsync(Scenario scenario, Case? one, CloudTwin cloud, string databaseFile, Mutation mutation = Mutation.None)
    {
        var trial = new Trial(scenario, one, cloud, databaseFile, mutation);
        scenario.Prepare(cloud);
        cloud.Apply(trial._plot.Weather);
        return trial.GoAsync();
    }

    private async Task<Outcome> GoAsync()
    {
        await using var first = Start("first", _plot.Weather.SkewBefore, onlyStalls: _plot.Weather.WakesAfter is not null);
        _before = [.. (await first.Runs.ListAsync(null, CancellationToken.None)).Select(run => run.Id)];
        first.Life.LastDeedAsync = () => _typist.TypeAsync(first);
        var work = WorkAsync(first, int.MaxValue);
        if (await Task.WhenAny(work, first.Life.Stalled) != work)
            await TakeOverAsync(first, work);
        else if (!await EndsByItselfAsync(work, first))
            return await GoOnAsync();
        return await JudgeAsync(first, null);
    }

    /// <summary>The first one was killed; the next starts after a while, and goes on.</summary>
    private async Task<Outcome> GoOnAsync()
    {
        _cloud.Advance(_plot.Weather.Downtime);
        await using var second = Start("second", _plot.Weather.SkewAfter, onlyStalls: false);
        var (since, over) = (_cloud.Time.GetUtcNow(), (DateTimeOffset?)null);
        await WorkAsync(second, int.MaxValue, run =>
        {
            if (run.HasEnded || run.Steps.Any(step => step.Name == _plot.StruckStep && step.State is StepState.Done or StepState.NotNeeded))
                over ??= _cloud.Time.GetUtcNow();
        });
        return await JudgeAsync(second, over - since);
    }

    /// <summary>The first one stands still; another takes the run over, and some turns later the first wakes up as if nothing had been.</summary>
    private async Task TakeOverAsync(ConsoleTwin first, Task work)
    {
        await using var second = Start("second", _plot.Weather.SkewAfter, onlyStalls: false);
        _cloud.Advance(_plot.Weather.Downtime);
        await WorkAsync(second, _plot.Weather.WakesAfter!.Value);
        first.Life.Wake();
        await work;
        await WorkAsync(second, int.MaxValue);
    }

    private static async Task<bool> EndsByItselfAsync(Task work, ConsoleTwin console)
    {
        try
        {
            await work;
            return true;
        }
        catch (Exception) when (console.Life.IsDead)
        {
            return false;
        }
    }

    private ConsoleTwin Start(string name, TimeSpan skew, bool onlyStalls)
    {
        var life = new ConsoleLife(name, onlyStalls);
        var console = new ConsoleTwin(life, _cloud, _plot, _databaseFile, skew, _mutation);
        life.StepAsync = async () => await FindAsync(console) is { HasEnded: false } run ? run.Steps[RunProgress.Current(run)].Name : "";
        return console;
    }

    /// <summary>The run of this case, once it is in the journal.</summary>
    private async Task<Run?> FindAsync(ConsoleTwin console)
        => (await console.Runs.ListAsync(null, CancellationToken.None)).FirstOrDefault(run => !_before.Contains(run.Id));

    /// <summary>Starts the run where there is none, and works it as the scheduler would, with a person who answers; the clock jumps over each wait.</summary>
    private async Task WorkAsync(ConsoleTwin console, int turns, Action<Run>? watch = null)
    {
        var run = await FindAsync(console) ?? await _scenario.StartAsync(console);
        for (var turn = 0; turn < Math.Min(turns, MostTurns) && !run.HasEnded; turn++)
        {
            if (Person.IsAsked(run))
                await Person.AnswerAsync(console, run, _scenario.Wishes, CancellationToken.None);
            else if (run.State is RunState.Running && run.NextLookAt > console.Clock.GetUtcNow())
                _cloud.Advance(run.Steps[RunProgress.Current(run)].Name == StepNames.WaitRelease ? Release : run.NextLookAt.Value - console.Clock.GetUtcNow());
            run = await AdvanceAsync(console, run.Id) ?? (await FindAsync(console))!;
            watch?.Invoke(run);
        }
    }

    /// <summary>As the scheduler's job does: what nobody expected is journalled, and tried again. Here it counts as lost besides.</summary>
    private async Task<Run?> AdvanceAsync(ConsoleTwin console, string runId)
    {
        try
        {
            return await console.Engine.AdvanceAsync(runId, CancellationToken.None);
        }
        catch (Exception e) when (!console.Life.IsDead)
        {
            _surprises.Add(new Violation(false, $"{console.Life.Name} met something unexpected: {e.GetBaseException().Message}"));
            return await console.Engine.ReportSurpriseAsync(runId, CancellationToken.None);
        }
    }

    private async Task<Outcome> JudgeAsync(ConsoleTwin console, TimeSpan? resumed)
    {
        var runs = await console.Runs.ListAsync(null, CancellationToken.None);
        var mine = runs.Where(run => !_before.Contains(run.Id)).ToList();
        var journal = await console.Runs.EventsAsync(mine[0].Id, 0, CancellationToken.None);
        _plot.Trace.AddRange(journal.Select(line => $"journal {line.Sequence,2} {line.At:HH:mm:ss} {line.Step}: {line.Text}"));
        var bindings = await console.Bindings.OfKeyAsync(KeyIdentifier.Parse(Worlds.KeyText), CancellationToken.None);
        var draft = await console.Drafts.FindAsync(Worlds.Draft, CancellationToken.None);
        var found = new Findings(_cloud.World, mine[0], journal, bindings, draft, _case?.Fault ?? Fault.None);
        List<Violation> violations = [.. Judgement.Of(_scenario, found, runs), .. await _typist.MissingAsync(console), .. _surprises];
        if (mine.Count > 1)
            violations.Add(new Violation(true, $"{mine.Count} runs for one request"));
        return new Outcome(_case, _plot.IsStruck, mine[0].State, violations, resumed, _plot.Points, _plot.Trace);
    }
}
