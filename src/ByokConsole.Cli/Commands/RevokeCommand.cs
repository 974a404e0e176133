using System.CommandLine;
using ByokConsole.Cli.Api;
using ByokConsole.Cli.Api.Wire;
using ByokConsole.Cli.Commands.Cluster;
using ByokConsole.Cli.Commands.Run;
using ByokConsole.Cli.Options;
using ByokConsole.Cli.Runs;

namespace ByokConsole.Cli.Commands;

/// <summary>
/// Takes Confluent's access to a key away, guided: starts the run, or takes up the one that is under way, and answers what it asks. Repeated
/// with more options it goes on where it stood.
/// </summary>
internal sealed class RevokeCommand : ConsoleCommand
{
    /// <summary>The step that waits five days for Confluent to release the key.</summary>
    private const string Release = "wait_release";

    private readonly Argument<string> _cluster = ClusterAddress.CreateArgument();
    private readonly Option<string> _environment = EnvironmentOption.Create();
    private readonly RevokeOptions _answers = new();
    private readonly Option<bool> _wait = new("--wait") { Description = "Wait also for the release of the key, five days later" };

    public RevokeCommand()
        : base(
            "revoke", "Take Confluent's access to a cluster's key away, guided: ends clients, cluster, key and grants in order",
            "lkc-st4g1n --environment env-4mq7d",
            "lkc-st4g1n --environment env-4mq7d --agree --others-know --clients-stopped \"Scaled to zero at 14:00\" --name payments-staging --key disable --remove-grants")
    {
        Arguments.Add(_cluster);
        Options.Add(_environment);
        _answers.AddTo(this);
        Options.Add(_wait);
        HasOutput();
    }

    protected override async Task<int> RunAsync(Session session, ParseResult parse, CancellationToken cancellationToken)
    {
        var (environment, cluster, waits) = (parse.GetRequiredValue(_environment), parse.GetRequiredValue(_cluster), parse.GetValue(_wait));
        var started = (await session.Console.SendAsync(
            HttpMethod.Post, $"{ClusterAddress.Of(environment, cluster)}/revocation", null, WireJson.Default.ConsoleRun, cancellationToken)).Value;
        RunStart.RequireKind(started, "revoke_access");
        RunStart.Tell(session.Talk, started);
        var dialogue = new RunDialogue(session, _answers.Read(parse));
        var run = await dialogue.HoldAsync(started.Id, run => !waits && IsDoneButForTheRelease(run), cancellationToken);
        session.Out.One(run, RunColumns.OfOne);
        if (run.Value.HasEnded)
            RunEnd.Require(run.Value);
        else
            session.Talk.Say($"\nAll is done but the wait for the release of the key. {run.Value.Current?.Note}\nTo follow it: byok run watch {started.Id}");
        return ExitCode.Done;
    }

    private static bool IsDoneButForTheRelease(ConsoleRun run) => run.Current is { Name: Release, State: "waiting" };
}
