using System.Globalization;
using ByokConsole.TestProcesses;

namespace ByokConsole.Load;

/// <summary>
/// Puts each operation under load in turn and prints a table: <c>[--seconds N] [--connections N]</c>. Ends with 1 when the sandbox spends
/// more on an unwrap than the RSA operation and 0.3 ms.
/// </summary>
internal static class LoadProgram
{
    /// <summary>What a request may cost the server beyond the RSA operation, in milliseconds of CPU.</summary>
    private const double Allowance = 0.3;

    public static async Task<int> RunAsync(string[] args)
    {
        if (args is [CircuitProgram.Name, ..])
            return await CircuitProgram.RunAsync(args[1..]);
        if (Arguments.Read(args, "--seconds", 5) is not { } seconds || Arguments.Read(args, "--connections", 16) is not { } connections)
        {
            await Console.Error.WriteLineAsync("Usage: ByokConsole.Load [--seconds N] [--connections N]");
            return 2;
        }

        using var folder = new TemporaryFolder();
        await using var sandbox = await ServerProcess.StartAsync(Programs.Sandbox(folder.Path));
        using var clouds = SandboxClient.Of(folder.Path);
        var calls = await CloudCalls.PrepareAsync(clouds);
        var raw = RawRsa.Measure();
        Console.WriteLine($"{Environment.ProcessorCount} processors, {connections} connections, {seconds} s each; the load runs on the same machine.\n");
        Console.WriteLine("| operation | requests a second | server CPU per request, ms | RSA operation alone, ms | beyond it, ms |");
        Console.WriteLine("|---|---|---|---|---|");
        var isGood = true;
        List<Operation> operations = [.. calls.Operations(raw)];
        // What is compiled at first use is compiled then, and not while it is measured.
        foreach (var operation in operations)
            await Measurement.TakeAsync(sandbox, operation, connections, TimeSpan.FromSeconds(4));
        foreach (var operation in operations)
        {
            var figures = await Measurement.TakeAsync(sandbox, operation, connections, TimeSpan.FromSeconds(seconds));
            var beyond = figures.CpuMilliseconds - operation.RawMilliseconds;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {operation.Name} | {figures.PerSecond:N0} | {figures.CpuMilliseconds:F3} | {(operation.RawMilliseconds > 0 ? operation.RawMilliseconds.ToString("F3", CultureInfo.InvariantCulture) : "")} | {beyond:F3} |"));
            isGood &= !operation.IsJudged || beyond <= Allowance;
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"\nRSA-2048 on one thread without a server: {1000 / raw.Unwrap:N0} unwraps a second, {1000 / raw.Wrap:N0} wraps a second."));
        Console.WriteLine(isGood ? $"Unwrap costs at most the RSA operation and {Allowance} ms." : $"Unwrap costs more than the RSA operation and {Allowance} ms.");
        return isGood ? 0 : 1;
    }
}
