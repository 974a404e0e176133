using ByokConsole.Resilience.Blows;
using ByokConsole.Resilience.Scenarios;
using ByokConsole.Resilience.Twin;

namespace ByokConsole.Resilience.OutOfProcess;

/// <summary>Every scenario and every moment with real consoles, a few at once: most of their time is waiting.</summary>
internal static class Journeys
{
    private const int AtOnce = 3;

    /// <summary>The moments at which a process can be killed from outside at a known place.</summary>
    public static IReadOnlyList<Moment> Moments { get; } = [Moment.BeforeSend, Moment.AfterSend, Moment.AfterReply];

    public static async Task RunAsync(Action<JourneyOutcome> tell)
    {
        // Real clouds have real dates: the worlds begin a little before now.
        using var snapshots = await Snapshots.MakeAsync(TimeProvider.System.GetUtcNow() - TimeSpan.FromHours(3));
        var journeys = from scenario in Catalogue.All from moment in Moments select (scenario, moment);
        var gate = new Lock();
        await Parallel.ForEachAsync(journeys, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (one, _) =>
        {
            var outcome = await TryAsync(snapshots, one.scenario, one.moment);
            lock (gate)
                tell(outcome);
        });
    }

    /// <summary>One that does not come to its end is a finding, and the others go on.</summary>
    private static async Task<JourneyOutcome> TryAsync(Snapshots snapshots, Scenario scenario, Moment moment)
    {
        try
        {
            return await Journey.RunAsync(snapshots, scenario, moment);
        }
        catch (Exception e) when (e is TimeoutException or InvalidOperationException or HttpRequestException)
        {
            return new JourneyOutcome(scenario.Name, moment, [], [new Report.Violation(false, e.Message)]);
        }
    }
}
