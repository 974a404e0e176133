using System.CommandLine;
using System.CommandLine.Invocation;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text;
using ByokConsole.Cli.Api.Wire;
using ByokConsole.Cli.Commands;
using ByokConsole.Cli.Options;
using ByokConsole.Cli.Output;

namespace ByokConsole.Cli;

/// <summary>From the arguments to the exit code: the one place where a failure is caught and said.</summary>
internal static class ByokProgram
{
    /// <summary>What the executable is called, however it was started.</summary>
    public const string Name = "byok";

    public static string Version { get; } = typeof(ByokProgram).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    public static async Task<int> RunAsync(string[] args)
    {
        using var interrupted = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => Cancel(signal, interrupted));
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => Cancel(signal, interrupted));
        if (OperatingSystem.IsWindows())
            Console.OutputEncoding = Encoding.UTF8;
        var parse = ByokCommand.Create().Parse(args);
        try
        {
            if (parse.Action is ParseErrorAction)
                throw WrongUsage.Of(parse);
            return await parse.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }, interrupted.Token);
        }
        catch (CommandFailure failure)
        {
            ErrorReport.Write(Console.Error, failure.Problem, OutputOption.Of(parse));
            return failure.ExitCode;
        }
        catch (OperationCanceledException) when (interrupted.IsCancellationRequested)
        {
            return ExitCode.Interrupted;
        }
        catch (Exception defect) when (Environment.GetEnvironmentVariable("BYOK_DEBUG") is null or "")
        {
            ErrorReport.Write(
                Console.Error, new Problem { Code = "defect", Detail = $"byok itself failed: {defect.Message} With BYOK_DEBUG=1 it says where." }, OutputOption.Of(parse));
            return ExitCode.Refused;
        }
    }

    /// <summary>The first Ctrl-C lets the command say what goes on without it; the second ends it at once.</summary>
    private static void Cancel(PosixSignalContext signal, CancellationTokenSource interrupted)
    {
        signal.Cancel = !interrupted.IsCancellationRequested;
        interrupted.Cancel();
    }
}
