using System.Globalization;
using ByokConsole.Load.Circuits;
using ByokConsole.TestProcesses;

namespace ByokConsole.Load;

/// <summary>
/// Opens wave after wave of pages at one console and prints a table: <c>circuits [--waves N] [--circuits N] [--rest SECONDS]</c>. Ends with 1
/// when a page did not open, or when the console's memory goes on growing.
/// </summary>
internal static class CircuitProgram
{
    public const string Name = "circuits";

    /// <summary>The wave after which the console has what it keeps: caches, and the state of as many lost circuits as Blazor remembers.</summary>
    private const int Settled = 4;

    /// <summary>What a wave may add from then on, in kB for each page. A live page has about 700; the rest is what a collector leaves lying.</summary>
    private const double Allowance = 70;

    private static readonly TimeSpan Stay = TimeSpan.FromSeconds(3);

    public static async Task<int> RunAsync(string[] args)
    {
        if (Arguments.Read(args, "--waves", 6) is not { } waves || Arguments.Read(args, "--circuits", 500) is not { } circuits
            || Arguments.Read(args, "--rest", 15) is not { } rest)
        {
            await Console.Error.WriteLineAsync("Usage: ByokConsole.Load circuits [--waves N] [--circuits N] [--rest SECONDS]");
            return 2;
        }

        using var folder = new TemporaryFolder();
        await using var sandbox = await ServerProcess.StartAsync(Programs.Sandbox(folder.Path));
        // Pages by the hundred ask Resource Manager more at once than one caller may.
        using var clouds = SandboxClient.Of(folder.Path);
        await CloudCalls.PrepareAsync(clouds);
        await using var console = await ServerProcess.StartAsync(Programs.AttachedConsole(folder.Path, SandboxEnvironment.FileIn(folder.Path)));
        using var pages = await CircuitWaves.PrepareAsync(console.Address);
        Console.WriteLine($"{Environment.ProcessorCount} processors, {circuits} pages open together; the load runs on the same machine.\n");
        Console.WriteLine("| wave | opened | failed | first rendering, median ms | 99 of 100, ms | memory while open, MB | after, MB |");
        Console.WriteLine("|---|---|---|---|---|---|---|");
        Print("start", null, null, console.Megabytes);
        var isGood = true;
        var memory = new List<double>();
        for (var wave = 1; wave <= waves; wave++)
        {
            double open = 0;
            var figures = await pages.RunAsync(circuits, 0.5, async () =>
            {
                await Task.Delay(Stay);
                open = console.Megabytes;
            });
            await Task.Delay(TimeSpan.FromSeconds(rest));
            memory.Add(console.Megabytes);
            Print(wave.ToString(CultureInfo.InvariantCulture), figures, open, memory[^1]);
            isGood &= figures.Failed == 0;
            // Why a page did not open, and what the console complained of.
            if (figures.Failure is { } failure)
                await Console.Error.WriteLineAsync($"{failure}\n{console.Output}");
        }

        return Judge(memory, circuits) && isGood ? 0 : 1;
    }

    private static bool Judge(List<double> memory, int circuits)
    {
        if (memory.Count <= Settled)
            return true;
        var growth = (memory[^1] - memory[Settled - 1]) * 1024 / ((memory.Count - Settled) * circuits);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\nFrom wave {Settled} on, memory changed by {growth:F0} kB for each page; {Allowance:F0} are allowed."));
        return growth <= Allowance;
    }

    private static void Print(string wave, WaveFigures? figures, double? open, double after)
        => Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| {wave} | {figures?.Opened} | {figures?.Failed} | {figures?.Median:F0} | {figures?.Slowest:F0} | {open:F0} | {after:F0} |"));
}
