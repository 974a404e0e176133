using ByokConsole.Core.Shell;

namespace ByokConsole.Core.AsCode.Clusters;

/// <summary>A cluster as commands of this console's CLI, which also grants and waits.</summary>
internal static class ByokCliCluster
{
    public static string Write(ClusterTarget target)
    {
        var create = CommandText.Command("byok cluster create", target.DisplayName, [.. CommandText.Create(target), "--wait"]);
        return target switch
        {
            { ClusterId: { } id } => CommandText.Existing(
                id, $"byok cluster describe {ShellText.Quote(id)} {CommandText.Option("--environment", target.EnvironmentId)}", create),
            { Key: { RegistrationId: { } registration } } => CommandText.Subshell(Grant(ShellText.Quote(registration)), create),
            { Key: { } key } => CommandText.Subshell(CommandText.Register("byok key create", key), Grant(CommandText.NewKey), create),
            _ => create,
        };
    }

    private static string Grant(string registration) => $"byok grant apply {registration}";
}
