using System.CommandLine;
using ByokConsole.Cli.Api;
using ByokConsole.Cli.Api.Wire;
using ByokConsole.Cli.Options;
using ByokConsole.Cli.Output;
using ByokConsole.Cli.Runs;

namespace ByokConsole.Cli.Commands.Cluster;

/// <summary>Deletes a cluster and leaves its key alone. Who is asked types the cluster's name: a yes is too easily said.</summary>
internal sealed class ClusterDeleteCommand : ConsoleCommand
{
    private readonly Argument<string> _cluster = ClusterAddress.CreateArgument();
    private readonly Option<string> _environment = EnvironmentOption.Create();
    private readonly Option<bool> _force = ForceOption.Create();
    private readonly Option<bool> _unprotect = new("--unprotect") { Description = "Turn its deletion protection off first" };

    public ClusterDeleteCommand()
        : base("delete", "Delete a cluster with all its data; its key is left alone", "lkc-st4g1n --environment env-4mq7d", "lkc-st4g1n --environment env-4mq7d --force --unprotect")
    {
        Arguments.Add(_cluster);
        Options.Add(_environment);
        Options.Add(_force);
        Options.Add(_unprotect);
    }

    protected override async Task<int> RunAsync(Session session, ParseResult parse, CancellationToken cancellationToken)
    {
        var path = ClusterAddress.Of(parse.GetRequiredValue(_environment), parse.GetRequiredValue(_cluster));
        var cluster = (await session.Console.GetAsync(path, WireJson.Default.KafkaCluster, cancellationToken)).Value;
        var unprotects = await AgreeAsync(session, cluster, parse.GetValue(_force), parse.GetValue(_unprotect), cancellationToken);
        var started = (await session.Console.SendAsync(HttpMethod.Delete, path, null, WireJson.Default.ConsoleRun, cancellationToken)).Value;
        RunStart.RequireKind(started, "delete_cluster");
        RunStart.Tell(session.Talk, started);
        var answers = new AnswerBook([new PreparedAnswer(RemovalAnswers.DeleteCluster, "--force --unprotect")
        {
            IsGiven = true, Text = cluster.DisplayName, Ticked = unprotects ? [RemovalAnswers.Unprotect] : [],
        }]);
        RunEnd.Require((await new RunDialogue(session, answers).HoldAsync(started.Id, _ => false, cancellationToken)).Value);
        session.Talk.Say($"Deleted {cluster.Id}.");
        return ExitCode.Done;
    }

    /// <summary>Nothing is started before everything is said that it will ask.</summary>
    /// <returns>Whether deletion protection is to be turned off.</returns>
    private static async Task<bool> AgreeAsync(Session session, KafkaCluster cluster, bool isForced, bool unprotects, CancellationToken cancellationToken)
    {
        var protects = cluster.DeletionProtection is true && !unprotects;
        if (!Terminal.CanAsk && (protects || !isForced))
            throw Unsaid(cluster, [.. isForced ? Array.Empty<string>() : ["--force"], .. protects ? ["--unprotect (deletion protection is on)"] : Array.Empty<string>()]);
        if (protects && !await Prompt.YesAsync(session.Talk, $"Deletion protection of {cluster.DisplayName} is on. Turn it off?", cancellationToken))
            throw NotConfirmed();
        var question = $"This deletes {cluster.Id} with all its data. To confirm, type its name ({cluster.DisplayName})";
        if (!isForced && (await Prompt.TextAsync(session.Talk, question, cancellationToken))?.Trim() != cluster.DisplayName)
            throw NotConfirmed();
        return unprotects || protects;
    }

    private static CommandFailure Unsaid(KafkaCluster cluster, IReadOnlyList<string> options) => new(
        ExitCode.AnswerNeeded, "answer_needed",
        $"Deleting {cluster.DisplayName} ({cluster.Id}) deletes all its data, and nobody can be asked here. Say {string.Join(" and ", options)}. Nothing was deleted.");

    private static CommandFailure NotConfirmed() => new(ExitCode.Refused, "not_confirmed", "Nothing was deleted.");
}
