using System.CommandLine;

namespace ByokConsole.Cli.Commands.Cluster;

/// <summary>The commands of a cluster.</summary>
internal static class ClusterCommands
{
    public static IEnumerable<Command> All() => [new ClusterCreateCommand(), new ClusterListCommand(), new ClusterDescribeCommand(), new ClusterDeleteCommand()];
}
