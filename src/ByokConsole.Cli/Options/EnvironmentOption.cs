using System.CommandLine;

namespace ByokConsole.Cli.Options;

/// <summary>The environment in which a cluster is; there is no current one, so that no script depends on what was chosen before it.</summary>
internal static class EnvironmentOption
{
    public static Option<string> Create()
    {
        var option = new Option<string>("--environment") { Description = "The cluster's environment, env-\u2026", HelpName = "env", Required = true };
        Commands.IdArgument.Require(option, "env-");
        return option;
    }
}
