using System.CommandLine;
using System.CommandLine.Help;
using ByokConsole.Cli.Commands.Cluster;
using ByokConsole.Cli.Commands.Environments;
using ByokConsole.Cli.Commands.Grant;
using ByokConsole.Cli.Commands.Key;
using ByokConsole.Cli.Commands.Run;
using ByokConsole.Cli.Options;

namespace ByokConsole.Cli.Commands;

/// <summary>All commands, in the order of the help.</summary>
internal static class ByokCommand
{
    public static RootCommand Create()
    {
        var root = new RootCommand("Command line of ByokConsole: Confluent Cloud Dedicated clusters on Azure, encrypted with your own Key Vault key.")
        {
            ConnectionOptions.Server,
            ConnectionOptions.TokenFile,
            Group("key", "Registered keys", KeyCommands.All()),
            Group("environment", "Environments of Confluent Cloud", [new EnvironmentListCommand()]),
            Group("cluster", "Clusters of an environment", ClusterCommands.All()),
            Group("grant", "The grant of a registered key: shown, given, waited for", GrantCommands.All()),
            Group("run", "Runs: listed, followed, answered, cancelled", RunCommands.All()),
            new PreflightCommand(),
            new HealthCommand(),
            new RevokeCommand(),
            new CompletionCommand(),
        };
        // As with the vendor's byok, the commands of a key stand at the top as well.
        foreach (var command in KeyCommands.All())
            root.Add(command);
        foreach (var help in root.Options.OfType<HelpOption>())
            help.Action = new HelpWithExamples((HelpAction)help.Action!);
        return root;
    }

    private static Command Group(string name, string description, IEnumerable<Command> commands)
    {
        var group = new Command(name, description);
        foreach (var command in commands)
            group.Add(command);
        return group;
    }
}
