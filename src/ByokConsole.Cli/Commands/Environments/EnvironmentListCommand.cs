using System.CommandLine;
using ByokConsole.Cli.Api;
using ByokConsole.Cli.Api.Wire;
using ByokConsole.Cli.Output;

namespace ByokConsole.Cli.Commands.Environments;

/// <summary>The environments that the console's credential can see.</summary>
internal sealed class EnvironmentListCommand : ConsoleCommand
{
    private static readonly IReadOnlyList<Column<ConfluentEnvironment>> Columns = [new("ID", one => one.Id), new("Name", one => one.DisplayName)];

    public EnvironmentListCommand()
        : base("list", "List the environments that the console can see", "", "-o json")
        => HasOutput();

    protected override async Task<int> RunAsync(Session session, ParseResult parse, CancellationToken cancellationToken)
    {
        session.Out.List(await session.Console.ListAsync("environments", WireJson.Default.ConfluentEnvironment, cancellationToken), Columns);
        return ExitCode.Done;
    }
}
