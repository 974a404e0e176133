using System.CommandLine;
using ByokConsole.Cli.Api;

namespace ByokConsole.Cli.Commands.Run;

/// <summary>Ends a run, as long as nothing was made by it.</summary>
internal sealed class RunCancelCommand : ConsoleCommand
{
    private readonly Argument<string> _run = RunArgument.Create();

    public RunCancelCommand()
        : base("cancel", "End a run, as long as it has made nothing", "run-7f3kq2")
    {
        Arguments.Add(_run);
        HasOutput();
    }

    protected override async Task<int> RunAsync(Session session, ParseResult parse, CancellationToken cancellationToken)
    {
        var id = parse.GetRequiredValue(_run);
        session.Out.One(
            await session.Console.SendAsync(HttpMethod.Post, $"{Address.Of("runs", id)}/cancel", null, WireJson.Default.ConsoleRun, cancellationToken), RunColumns.OfOne);
        return ExitCode.Done;
    }
}
