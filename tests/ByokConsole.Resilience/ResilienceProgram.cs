using System.Diagnostics;
using System.Globalization;
using ByokConsole.Resilience.Blows;
using ByokConsole.Resilience.OutOfProcess;
using ByokConsole.Resilience.Report;
using ByokConsole.Resilience.Scenarios;
using ByokConsole.Resilience.Twin;
using ByokConsole.TestProcesses;

namespace ByokConsole.Resilience;

/// <summary>
/// Runs the full set and writes its summary: <c>[--seeds N] [--commit-seeds N] [--out FILE]</c>. <c>replay CASE</c> runs one case again and prints what happened;
/// <c>real SCENARIO MOMENT</c> runs one with a real console. Ends with 1 when anything was made twice or lost.
/// </summary>
internal static class ResilienceProgram
{
    public static async Task<int> RunAsync(string[] args)
    {
        switch (args)
        {
            case ["replay", var id]:
                return await ReplayAsync(id);
            case ["real", var scenario, var moment]:
                return await RealAsync(scenario, moment);
            default:
                if (Arguments.Read(args, "--seeds", 24) is not { } seeds || Arguments.Read(args, "--commit-seeds", 3) is not { } commitSeeds)
                {
                    await Console.Error.WriteLineAsync("Usage: [--seeds N] [--commit-seeds N] [--out FILE] | replay CASE | real SCENARIO MOMENT");
                    return 2;
                }

                return await FullAsync(seeds, commitSeeds, args.SkipWhile(arg => arg != "--out").Skip(1).FirstOrDefault() ?? Path.Combine("docs", "resilience.md"));
        }
    }

    private static async Task<int> FullAsync(int seeds, int commitSeeds, string file)
    {
        List<Outcome> outcomes = [];
        var clock = Stopwatch.StartNew();
        using (var snapshots = await Snapshots.MakeAsync())
            await Campaign.RunAsync(snapshots, Campaign.Cases(snapshots, Enumerable.Range(0, seeds), Enumerable.Range(0, commitSeeds)), outcome => Tell(outcomes, outcome));
        var took = clock.Elapsed;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{outcomes.Count:N0} runs in {took}. Now with real consoles."));
        List<JourneyOutcome> journeys = [];
        clock.Restart();
        await Journeys.RunAsync(journey =>
        {
            journeys.Add(journey);
            Console.WriteLine($"{journey.Scenario} {journey.Moment}: {journey.Kills.Count} kills{Listed(journey.Violations)}");
        });
        await File.WriteAllTextAsync(file, Summary.Write(outcomes, took, journeys, clock.Elapsed));
        Console.WriteLine($"The summary is in {file}.");
        return outcomes.Exists(outcome => outcome.Violations.Count > 0) || journeys.Exists(IsBad) ? 1 : 0;
    }

    private static void Tell(List<Outcome> outcomes, Outcome outcome)
    {
        outcomes.Add(outcome with { Trace = [], Points = [] });
        if (outcome.Violations.Count > 0)
            // Not every finding comes again when its case does: threads are not drawn from the seed.
            Console.WriteLine($"{outcome.Case!.Id}{Listed(outcome.Violations)}\n{string.Join('\n', outcome.Trace)}");
        else if (outcomes.Count % 1000 == 0)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{outcomes.Count:N0} runs"));
    }

    private static async Task<int> ReplayAsync(string id)
    {
        using var snapshots = await Snapshots.MakeAsync();
        var seed = int.Parse(id[(id.LastIndexOf('/') + 1)..], CultureInfo.InvariantCulture);
        if (Campaign.Cases(snapshots, [seed], [seed]).FirstOrDefault(found => found.Id == id) is not { } one)
        {
            await Console.Error.WriteLineAsync($"There is no case {id}.");
            return 2;
        }

        var outcome = await Campaign.RunAsync(snapshots, one);
        Console.WriteLine($"{Weather.Of(one)}\n{string.Join('\n', outcome.Trace)}\n{outcome.State}{Listed(outcome.Violations)}");
        return outcome.Violations.Count > 0 ? 1 : 0;
    }

    private static async Task<int> RealAsync(string scenario, string moment)
    {
        using var snapshots = await Snapshots.MakeAsync(TimeProvider.System.GetUtcNow() - TimeSpan.FromHours(3));
        var journey = await Journey.RunAsync(snapshots, Catalogue.Find(scenario), Enum.Parse<Moment>(moment));
        Console.WriteLine($"{string.Join('\n', journey.Kills)}{Listed(journey.Violations)}");
        return IsBad(journey) ? 1 : 0;
    }

    private static bool IsBad(JourneyOutcome journey) => journey.Violations.Count > 0 || journey.Kills.Any(kill => !kill.IsProven);

    private static string Listed(IReadOnlyList<Violation> violations) => string.Concat(violations.Select(one => $"\n   {(one.IsDuplicate ? "twice" : "lost")}: {one.Text}"));
}
