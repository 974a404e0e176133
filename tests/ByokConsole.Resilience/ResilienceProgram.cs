using System.Diagnostics;
using ByokConsole.Resilience.Twin;

namespace ByokConsole.Resilience;

internal static class ResilienceProgram
{
    public static async Task<int> RunAsync(string[] args)
    {
        var clock = Stopwatch.StartNew();
        using var snapshots = await Snapshots.MakeAsync();
        Console.WriteLine($"{args.Length} {clock.Elapsed}");
        foreach (var (name, outcome) in snapshots.Undisturbed)
        {
            Console.WriteLine($"{name}: {outcome.Points.Count} points");
            foreach (var point in outcome.Points.Where(point => point.Moment is Blows.Moment.BeforeSend))
                Console.WriteLine($"   {point.Id} {point.What}");
        }

        return 0;
    }
}
