using System.CommandLine;
using System.CommandLine.Invocation;
using System.Runtime.InteropServices;

namespace ByokConsole.Sandbox.Hosting;

/// <summary>The sandbox alone, from its arguments to its exit code: 0 when it was stopped, 1 when it cannot start, 2 for a wrong command line.</summary>
internal static class SandboxProgram
{
    private const int Refused = 1;
    private const int Misused = 2;

    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error)
    {
        var parse = SandboxCommand.Create(options => ServeAsync(options, output, error)).Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parse.Action is not ParseErrorAction)
            return await parse.InvokeAsync(new InvocationConfiguration { Output = output, Error = error, ProcessTerminationTimeout = null });
        foreach (var message in parse.Errors.Select(one => one.Message).Distinct())
            await error.WriteLineAsync(message);
        await error.WriteLineAsync("--help lists the options.");
        return Misused;
    }

    private static async Task<int> ServeAsync(SandboxOptions options, TextWriter output, TextWriter error)
    {
        try
        {
            await using var sandbox = await SandboxServer.StartAsync(options);
            if (options.Port is null && sandbox.Port != SandboxOptions.DefaultPort)
                await output.WriteLineAsync($"Port {SandboxOptions.DefaultPort} is taken, so the sandbox listens on {sandbox.Port}.");
            await output.WriteLineAsync($"Sandbox is ready: {sandbox.ProxyUri.GetLeftPart(UriPartial.Authority)} (source {sandbox.EnvFile})");
            var stop = new TaskCompletionSource();
            using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
            using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
            await stop.Task;
            return 0;

            void Stop(PosixSignalContext signal)
            {
                signal.Cancel = true;
                stop.TrySetResult();
            }
        }
        catch (SandboxException refused)
        {
            await error.WriteLineAsync(refused.Message);
            return Refused;
        }
    }
}
