using System.CommandLine;
using ByokConsole.Cli.Api;

namespace ByokConsole.Cli.Commands.Run;

/// <summary>One run, as it stands.</summary>
internal sealed class RunDescribeCommand : ConsoleCommand
{
    private readonly Argument<string> _run = RunArgument.Create();

    public RunDescribeCommand()
        : base("describe", "Show a run as it stands, with what it asks", "run-7f3kq2")
    {
        Arguments.Add(_run);
        HasOutput();
    }

    protected override async Task<int> RunAsync(Session session, ParseResult parse, CancellationToken cancellationToken)
    {
        session.Out.One(
            await session.Console.GetAsync(Address.Of("runs", parse.GetRequiredValue(_run)), WireJson.Default.ConsoleRun, cancellationToken), RunColumns.OfOne);
        return ExitCode.Done;
    }
}
