using System.Text.Json.Nodes;
using ByokConsole.Cli.Api;
using ByokConsole.Cli.Api.Wire;
using ByokConsole.Cli.Output;

namespace ByokConsole.Cli.Runs;

/// <summary>Says which run it is, and what its checks warn of.</summary>
internal static class RunStart
{
    /// <summary>Asks for a run, under a name of its own, and says which it is.</summary>
    public static async Task<Reading<ConsoleRun>> OrderAsync(Session session, string path, JsonObject? body, CancellationToken cancellationToken)
    {
        try
        {
            var run = await session.Console.StartAsync(path, body, WireJson.Default.ConsoleRun, cancellationToken);
            Tell(session.Talk, run.Value);
            return run;
        }
        catch (OperationCanceledException)
        {
            session.Talk.Say("\nThe request may have arrived, and its run goes on then. To look for it: byok run list");
            throw;
        }
    }

    public static void Tell(Talk talk, ConsoleRun run)
    {
        foreach (var warning in run.Warnings ?? [])
            talk.Warn(ErrorReport.Line(warning).TrimStart());
        talk.Say($"Run {run.Id}: {Words.Plain(run.Kind)} {run.Subject}");
    }

    /// <summary>The console answers with the run that stands already, where there is one. Another kind asks other things than were answered.</summary>
    /// <exception cref="CommandFailure">It is of another kind.</exception>
    public static void RequireKind(ConsoleRun run, string kind)
    {
        if (run.Kind != kind)
            throw new CommandFailure(
                ExitCode.Refused, "other_run_under_way", $"Another run is under way: {Words.Plain(run.Kind)} {run.Subject} ({run.Id}). To follow it: byok run watch {run.Id}");
    }
}
