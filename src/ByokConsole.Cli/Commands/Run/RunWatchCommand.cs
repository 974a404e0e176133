using System.CommandLine;
using ByokConsole.Cli.Runs;

namespace ByokConsole.Cli.Commands.Run;

/// <summary>Follows a run to its end, or to a question that it cannot go on without.</summary>
internal sealed class RunWatchCommand : ConsoleCommand
{
    private readonly Argument<string> _run = RunArgument.Create();

    public RunWatchCommand()
        : base("watch", "Follow a run until it ends, or until it needs an answer", "run-7f3kq2")
    {
        Arguments.Add(_run);
        HasOutput();
    }

    protected override async Task<int> RunAsync(Session session, ParseResult parse, CancellationToken cancellationToken)
    {
        var run = await new RunFollower(session).FollowAsync(parse.GetRequiredValue(_run), run => run.NeedsPerson, cancellationToken);
        session.Out.One(run, RunColumns.OfOne);
        RunEnd.Require(run.Value);
        return ExitCode.Done;
    }
}
