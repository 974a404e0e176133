using System.Diagnostics;
using ByokConsole.TestProcesses;

namespace ByokConsole.Load;

/// <summary>One operation under load, and the processor time that it takes of the server.</summary>
internal static class Measurement
{
    /// <summary>Keeps so many requests under way for that long.</summary>
    public static async Task<Figures> TakeAsync(ServerProcess server, Operation operation, int connections, TimeSpan duration)
    {
        var (before, clock) = (server.ProcessorTime, Stopwatch.StartNew());
        var calls = await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(() => CallAsync(operation, clock, duration))));
        var took = clock.Elapsed;
        return new(calls.Sum() / took.TotalSeconds, (server.ProcessorTime - before).TotalMilliseconds / calls.Sum());
    }

    private static async Task<long> CallAsync(Operation operation, Stopwatch clock, TimeSpan duration)
    {
        long calls = 0;
        while (clock.Elapsed < duration)
        {
            await operation.CallAsync();
            calls++;
        }

        return calls;
    }
}
