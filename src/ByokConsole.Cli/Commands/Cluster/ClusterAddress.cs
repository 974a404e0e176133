using System.CommandLine;
using ByokConsole.Cli.Api;

namespace ByokConsole.Cli.Commands.Cluster;

/// <summary>Which cluster a command is about.</summary>
internal static class ClusterAddress
{
    public static Argument<string> CreateArgument() => IdArgument.Create("id", "lkc-", "The cluster");

    public static string All(string environment) => Address.Of("environments", environment, "clusters");

    public static string Of(string environment, string cluster) => Address.Of("environments", environment, "clusters", cluster);
}
