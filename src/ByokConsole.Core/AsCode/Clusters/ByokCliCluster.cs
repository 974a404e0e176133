using ByokConsole.Core.Shell;

namespace ByokConsole.Core.AsCode.Clusters;

/// <summary>A cluster as commands of this console's CLI, which also grants and waits.</summary>
internal static class ByokCliCluster
{
    /// <summary>Without it the console refuses the key, and only a person can say it.</summary>
    private const string Attestation = "# --material-generated: you attest that the key was generated in the vault. Imported material is not supported, and Azure does not tell.";

    public static string Write(ClusterTarget target)
    {
        var create = CommandText.Command("byok cluster create", target.DisplayName, [.. CommandText.Create(target), "--wait"]);
        return target switch
        {
            { ClusterId: { } id } => CommandText.Existing(
                id, $"byok cluster describe {ShellText.Quote(id)} {CommandText.Option("--environment", target.EnvironmentId)}", create),
            { Key: { RegistrationId: { } registration } } => CommandText.Subshell(Grant(ShellText.Quote(registration)), create),
            { Key: { } key } => CommandText.Subshell(
                Attestation, CommandText.Register("byok key create", key, "--material-generated"), Grant(CommandText.NewKey), create),
            _ => create,
        };
    }

    private static string Grant(string registration) => $"byok grant apply {registration}\nbyok grant wait {registration}";
}
