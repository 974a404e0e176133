using System.CommandLine;
using ByokConsole.Cli.Options;

namespace ByokConsole.Cli.Commands.Cluster;

/// <summary>One cluster, with the key it is bound to.</summary>
internal sealed class ClusterDescribeCommand : ConsoleCommand
{
    private readonly Argument<string> _cluster = ClusterAddress.CreateArgument();
    private readonly Option<string> _environment = EnvironmentOption.Create();

    public ClusterDescribeCommand()
        : base("describe", "Show a cluster, with the key it is bound to", "lkc-st4g1n --environment env-4mq7d")
    {
        Arguments.Add(_cluster);
        Options.Add(_environment);
        HasOutput();
    }

    protected override async Task<int> RunAsync(Session session, ParseResult parse, CancellationToken cancellationToken)
    {
        await ClusterPrinter.PrintAsync(session, parse.GetRequiredValue(_environment), parse.GetRequiredValue(_cluster), cancellationToken);
        return ExitCode.Done;
    }
}
