using System.Text.Json.Nodes;
using ByokConsole.Cli.Api;
using ByokConsole.Cli.Api.Wire;
using ByokConsole.Cli.Output;

namespace ByokConsole.Cli.Runs;

/// <summary>
/// Watches a run until it ends, or until it has come far enough. The run is the console's: when the console is started anew it goes on, and
/// so do we; when we end, it goes on without us.
/// </summary>
internal sealed class RunFollower(Session session)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private const int Patience = 60;

    /// <summary>Lines are said once, however often a run is taken up again between questions.</summary>
    private readonly PlainProgress _lines = new(session.Talk);

    /// <param name="isEnough">True for a run that need not be watched any further, though it has not ended.</param>
    public async Task<Reading<ConsoleRun>> FollowAsync(string id, Func<ConsoleRun, bool> isEnough, CancellationToken cancellationToken)
    {
        using var live = Terminal.CanRedraw ? new LiveProgress(Console.Error) : null;
        try
        {
            return await FollowAsync(id, isEnough, live is null ? _lines : live, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            session.Talk.Say($"\nThe run goes on without this command. To watch it again: byok run watch {id}");
            throw;
        }
    }

    private async Task<Reading<ConsoleRun>> FollowAsync(
        string id, Func<ConsoleRun, bool> isEnough, IRunProgress progress, CancellationToken cancellationToken)
    {
        var hasBegun = false;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await foreach (var item in session.Console.EventsAsync(HttpMethod.Get, $"{Address.Of("runs", id)}/events", null, cancellationToken))
                {
                    (hasBegun, attempt) = (true, 1);
                    var run = Reading<ConsoleRun>.Of(JsonNode.Parse(item.Data)!, WireJson.Default.ConsoleRun);
                    progress.Show(run.Value);
                    if (run.Value.HasEnded || isEnough(run.Value))
                        return run;
                }
            }
            catch (Exception e) when (hasBegun && attempt < Patience && IsOfTheWay(e))
            {
                // The console is being started anew, say; the run is in its database.
            }
            await Task.Delay(Pause, cancellationToken);
        }
    }

    /// <summary>The connection's fault, not the run's and not ours.</summary>
    private static bool IsOfTheWay(Exception fault) => fault is IOException or HttpRequestException or CommandFailure { ExitCode: ExitCode.Unreachable };
}
