using System.CommandLine;
using ByokConsole.Cli.Options;

namespace ByokConsole.Cli.Commands.Cluster;

/// <summary>One cluster, with the key it is bound to.</summary>
internal sealed class ClusterDescribeCommand : ConsoleCommand
{
    private readonly Argument<string> _cluster = ClusterAddress.CreateArgument();
    private readonly Option<string> _environment = EnvironmentOption.Create();

    private readonly WordOption _form = CodeOption.Create("Print it, with its key and grants, for this tool");

    public ClusterDescribeCommand()
        : base("describe", "Show a cluster, with the key it is bound to", "lkc-st4g1n --environment env-4mq7d", "lkc-st4g1n --environment env-4mq7d --as terraform")
    {
        Arguments.Add(_cluster);
        Options.Add(_environment);
        Options.Add(_form);
        HasOutput();
    }

    protected override async Task<int> RunAsync(Session session, ParseResult parse, CancellationToken cancellationToken)
    {
        var (environment, cluster) = (parse.GetRequiredValue(_environment), parse.GetRequiredValue(_cluster));
        if (!await CodeOption.PrintAsync(session, parse, _form, ClusterAddress.Of(environment, cluster), null, cancellationToken))
            await ClusterPrinter.PrintAsync(session, environment, cluster, cancellationToken);
        return ExitCode.Done;
    }
}
