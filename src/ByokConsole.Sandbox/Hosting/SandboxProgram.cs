using System.Globalization;

namespace ByokConsole.Sandbox.Hosting;

/// <summary>The sandbox alone: <c>--port PORT --data DIR [--reset]</c>.</summary>
internal static class SandboxProgram
{
    private const int Misused = 2;

    public static async Task<int> RunAsync(string[] args)
    {
        var (options, problems) = Read(args);
        if (options is null)
        {
            foreach (var problem in problems)
                await Console.Error.WriteLineAsync(problem);
            await Console.Error.WriteLineAsync("Usage: ByokConsole.Sandbox [--port PORT] [--data DIR] [--reset]");
            return Misused;
        }

        try
        {
            await using var sandbox = await SandboxServer.StartAsync(options);
            if (options.Port is null && sandbox.Port != SandboxOptions.DefaultPort)
                Console.WriteLine($"Port {SandboxOptions.DefaultPort} is taken, so the sandbox listens on {sandbox.Port}.");
            Console.WriteLine($"Sandbox is ready: {sandbox.ProxyUri.GetLeftPart(UriPartial.Authority)} (source {sandbox.EnvFile})");
            var stop = new TaskCompletionSource();
            using var terminate = System.Runtime.InteropServices.PosixSignalRegistration.Create(
                System.Runtime.InteropServices.PosixSignal.SIGTERM, context => { context.Cancel = true; stop.TrySetResult(); });
            using var interrupt = System.Runtime.InteropServices.PosixSignalRegistration.Create(
                System.Runtime.InteropServices.PosixSignal.SIGINT, context => { context.Cancel = true; stop.TrySetResult(); });
            await stop.Task;
            return 0;
        }
        catch (SandboxException refused)
        {
            await Console.Error.WriteLineAsync(refused.Message);
            return 1;
        }
    }

    private static (SandboxOptions? Options, List<string> Problems) Read(string[] args)
    {
        var problems = new List<string>();
        int? port = null;
        var reset = false;
        var data = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "byok-console");
        for (var i = 0; i < args.Length; i++)
        {
            switch (args[i])
            {
                case "--reset":
                    reset = true;
                    break;
                case "--port" when i + 1 < args.Length:
                    if (int.TryParse(args[++i], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= 65535)
                        port = number;
                    else
                        problems.Add($"--port is '{args[i]}'. Give a port from 1 to 65535, or 0 for any free one.");
                    break;
                case "--data" when i + 1 < args.Length:
                    data = args[++i];
                    break;
                default:
                    problems.Add($"'{args[i]}' is not understood, or its value is missing.");
                    break;
            }
        }

        return (problems.Count == 0 ? new SandboxOptions { Port = port, DataFolder = data, Reset = reset } : null, problems);
    }
}
