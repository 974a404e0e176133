using System.Diagnostics;
using ByokConsole.Resilience.Report;
using ByokConsole.Resilience.Twin;

namespace ByokConsole.Resilience;

internal static class ResilienceProgram
{
    public static async Task<int> RunAsync(string[] args)
    {
        if (args is ["real", var scenario, var moment])
        {
            using var worlds = await Snapshots.MakeAsync(TimeProvider.System.GetUtcNow() - TimeSpan.FromHours(3));
            var result = await OutOfProcess.Journey.RunAsync(worlds, Scenarios.Catalogue.Find(scenario), Enum.Parse<Blows.Moment>(moment));
            Console.WriteLine($"{string.Join('\n', result.Kills)}\n{string.Join('\n', result.Violations)}");
            return 0;
        }

        using var snapshots = await Snapshots.MakeAsync();
        if (args is ["replay", var id])
        {
            var one = Campaign.Cases(snapshots, Enumerable.Range(0, 1000), Enumerable.Range(0, 1000)).First(found => found.Id == id);
            var outcome = await Campaign.RunAsync(snapshots, one);
            Console.WriteLine(string.Join('\n', outcome.Trace));
            Console.WriteLine($"{outcome.State}, reached: {outcome.IsReached}, resumed: {outcome.Resumed}, {Blows.Weather.Of(one)}");
            Console.WriteLine(string.Join('\n', outcome.Violations));
            return outcome.Violations.Count;
        }

        var clock = Stopwatch.StartNew();
        List<Outcome> outcomes = [];
        var (seeds, commits) = (int.Parse(args[0]), int.Parse(args[1]));
        await Campaign.RunAsync(snapshots, Campaign.Cases(snapshots, Enumerable.Range(0, seeds), Enumerable.Range(0, commits)), outcome =>
        {
            outcomes.Add(outcome);
            if (outcome.Violations.Count > 0)
                Console.WriteLine($"{outcome.Case!.Id}: {outcome.State}: {string.Join("; ", outcome.Violations.Select(one => one.Text))}");
            else if (!outcome.IsReached)
                Console.WriteLine($"{outcome.Case!.Id}: not reached");
        });
        var resumed = outcomes.Where(outcome => outcome.Resumed is not null).Select(outcome => outcome.Resumed!.Value.TotalSeconds).Order().ToList();
        Console.WriteLine($"{outcomes.Count} in {clock.Elapsed}, {outcomes.Count(one => one.Violations.Count > 0)} bad; p50 {resumed[resumed.Count / 2]} p99 {resumed[resumed.Count * 99 / 100]} max {resumed[^1]}");
        return 0;
    }
}
