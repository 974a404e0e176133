using ByokConsole.Core.Shell;

namespace ByokConsole.Core.AsCode.Clusters;

/// <summary>A cluster as commands of Confluent's own CLI.</summary>
internal static class ConfluentCliCluster
{
    // Only the lines written here are mended: a value keeps its own.
    private static readonly string Grant = """
        # This prints the commands that give the registration's application its two roles at the vault. Run them in another shell.
        confluent byok describe "$KEY"
        echo "Waiting until Confluent finds the key VALID." >&2
        until confluent byok describe "$KEY" --output json | grep -q '"validation_phase": *"VALID"'; do sleep 15; done
        """.ReplaceLineEndings("\n");

    public static string Write(ClusterTarget target)
    {
        List<string> options = [.. CommandText.Create(target)];
        if (target.DeletionProtection)
            options.Add("--deletion-protection");
        var create = CommandText.Command("confluent kafka cluster create", target.DisplayName, options);
        return target switch
        {
            { ClusterId: { } id } => CommandText.Existing(
                id, $"confluent kafka cluster describe {ShellText.Quote(id)} {CommandText.Option("--environment", target.EnvironmentId)}", create),
            { Key: { RegistrationId: null } key } => CommandText.Subshell(CommandText.Register("confluent byok create", key), Grant, create),
            _ => create,
        };
    }
}
