using System.CommandLine;
using ByokConsole.Cli.Api;
using ByokConsole.Cli.Options;

namespace ByokConsole.Cli.Commands.Cluster;

/// <summary>Clusters of an environment, and runs that are making one.</summary>
internal sealed class ClusterListCommand : ConsoleCommand
{
    private readonly Option<string> _environment = EnvironmentOption.Create();

    public ClusterListCommand()
        : base("list", "List the clusters of an environment, and those that are being made", "--environment env-4mq7d")
    {
        Options.Add(_environment);
        HasOutput();
    }

    protected override async Task<int> RunAsync(Session session, ParseResult parse, CancellationToken cancellationToken)
    {
        var path = ClusterAddress.All(parse.GetRequiredValue(_environment));
        session.Out.List(await session.Console.ListAsync(path, WireJson.Default.KafkaCluster, cancellationToken), ClusterColumns.OfList);
        return ExitCode.Done;
    }
}
