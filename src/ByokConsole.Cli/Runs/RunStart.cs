using ByokConsole.Cli.Api.Wire;
using ByokConsole.Cli.Output;

namespace ByokConsole.Cli.Runs;

/// <summary>Says that a run was started, and what its checks warn of.</summary>
internal static class RunStart
{
    public static void Tell(Talk talk, ConsoleRun run)
    {
        foreach (var warning in run.Warnings ?? [])
            talk.Warn(ErrorReport.Line(warning).TrimStart());
        talk.Say($"Started {run.Id}.");
    }
}
