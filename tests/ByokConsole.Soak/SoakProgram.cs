using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using ByokConsole.TestProcesses;

namespace ByokConsole.Soak;

/// <summary>
/// Customers make clusters all the while; every few minutes the console is killed, and two minutes of ten there is a storm:
/// <c>[--minutes N] [--customers N]</c>. Prints a line of figures every five minutes; ends with 1 when anything was lost, doubled or left over.
/// </summary>
internal static class SoakProgram
{
    /// <summary>An organization has twenty keys, and the seeded world some of them.</summary>
    private const int MostKeys = 12;

    private static readonly TimeSpan Stretch = TimeSpan.FromMinutes(5);

    public static async Task<int> RunAsync(string[] args)
    {
        if (Arguments.Read(args, "--minutes", 60) is not { } minutes || Arguments.Read(args, "--customers", 3) is not { } count)
        {
            await Console.Error.WriteLineAsync("Usage: ByokConsole.Soak [--minutes N] [--customers N]");
            return 2;
        }

        await using var world = await SoakedConsole.StartAsync();
        await world.Sandbox.DoAsync(HttpMethod.Patch, "settings", new JsonObject { ["keyCreationsIn10Seconds"] = 1000 });
        using var stop = new CancellationTokenSource();
        using var end = new CancellationTokenSource();
        List<Customer> customers = [.. Enumerable.Range(1, count).Select(number => new Customer(world, number))];
        List<string> wrong = [];
        using var watch = new Watch(world, customers);
        Console.WriteLine($"{Environment.ProcessorCount} processors, {count} customers, {minutes} minutes; a kill every 4 minutes, a storm 2 minutes of 10.\n");
        Console.WriteLine("| minute | weather | clusters made | kills | look p50, ms | look p99, ms | looks unanswered | console, MB | sandbox, MB | database, MB |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|---|");
        var looking = watch.LookAsync(end.Token);
        var working = RoundsAsync(world, customers, wrong, stop.Token);
        await LiveAsync(world, watch, TimeSpan.FromMinutes(minutes), working);
        await stop.CancelAsync();
        await WeatherAsync(world, isStormy: false);
        await working;
        await end.CancelAsync();
        await looking;
        wrong.AddRange(customers.SelectMany(customer => customer.Others));
        Report(world, customers, wrong);
        customers.ForEach(customer => customer.Dispose());
        return wrong.Count == 0 ? 0 : 1;
    }

    /// <summary>Round after round: each is judged when all customers have done their part, and then cleared away.</summary>
    private static async Task RoundsAsync(SoakedConsole world, List<Customer> customers, List<string> wrong, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            await Task.WhenAll(customers.Select(customer => customer.WorkAsync(MostKeys / customers.Count, stop)));
            wrong.AddRange(await Verdict.ReachAsync(world, customers));
            world.Clusters += customers.Sum(customer => customer.Made.Count);
            await Verdict.ClearAsync(world);
        }
    }

    /// <summary>Minute by minute, until the time is over or a customer failed.</summary>
    private static async Task LiveAsync(SoakedConsole world, Watch watch, TimeSpan duration, Task working)
    {
        var clock = Stopwatch.StartNew();
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(1));
        for (var minute = 1; clock.Elapsed < duration && !working.IsCompleted; minute++)
        {
            await timer.WaitForNextTickAsync();
            if (minute % 10 is 4 or 6)
                await WeatherAsync(world, isStormy: minute % 10 is 4);
            if (minute % 4 == 0)
                await world.KillAndRestartAsync();
            if (minute % (int)Stretch.TotalMinutes == 0)
                Console.WriteLine(watch.Line(clock.Elapsed, minute % 10 == 5 ? "storm" : "calm"));
        }
    }

    private static Task WeatherAsync(SoakedConsole world, bool isStormy)
        => world.Sandbox.DoAsync(HttpMethod.Put, "storm", isStormy
            ? new JsonObject { ["tooManyRequests"] = 30, ["serverErrors"] = 20, ["resets"] = 5, ["stalls"] = 2 }
            : []);

    private static void Report(SoakedConsole world, List<Customer> customers, List<string> wrong)
    {
        var starts = world.Starts.Order().ToList();
        var text = starts.Count == 0 ? "no kill" : string.Create(
            CultureInfo.InvariantCulture, $"ready again after {starts[starts.Count / 2].TotalSeconds:F1} s (half of them), {starts[^1].TotalSeconds:F1} s (the slowest)");
        Console.WriteLine(
            $"\n{world.Clusters} clusters, {starts.Count} kills: {text}. {customers.Sum(one => one.Repeats)} requests were sent again.");
        Console.WriteLine(wrong.Count == 0 ? "Nothing was lost, nothing doubled, no run left over." : $"{wrong.Count} findings:\n{string.Join('\n', wrong)}");
    }
}
