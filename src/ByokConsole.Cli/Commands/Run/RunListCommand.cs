using System.CommandLine;
using ByokConsole.Cli.Api;
using ByokConsole.Cli.Options;

namespace ByokConsole.Cli.Commands.Run;

/// <summary>Runs, newest first.</summary>
internal sealed class RunListCommand : ConsoleCommand
{
    private readonly WordOption _kind = new(
        "--kind", ["create-cluster", "register-key", "grant-access", "revoke-access", "delete-cluster", "restore-key", "restore-grants"]) { Description = "What it does" };
    private readonly WordOption _state = new("--state", ["running", "needs-person", "succeeded", "failed", "cancelled"]) { Description = "Where it stands" };
    private readonly Option<string> _environment = new("--environment") { Description = "Of this environment only", HelpName = "env" };

    public RunListCommand()
        : base("list", "List runs, newest first", "", "--state needs-person", "--kind create-cluster --environment env-4mq7d -o json")
    {
        Options.Add(_kind);
        Options.Add(_state);
        Options.Add(_environment);
        HasOutput();
    }

    protected override async Task<int> RunAsync(Session session, ParseResult parse, CancellationToken cancellationToken)
    {
        var path = Address.With(
            "runs", ("kind", parse.GetValue(_kind)), ("state", parse.GetValue(_state)), ("environment_id", parse.GetValue(_environment)));
        session.Out.List(await session.Console.ListAsync(path, WireJson.Default.ConsoleRun, cancellationToken), RunColumns.OfList);
        return ExitCode.Done;
    }
}
