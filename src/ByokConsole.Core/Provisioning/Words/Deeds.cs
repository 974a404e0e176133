using ByokConsole.Core.Identifiers;

namespace ByokConsole.Core.Provisioning.Words;

/// <summary>The lines of the audit and of the evidence: in the past tense, and without a full stop, for who and when follow them.</summary>
public static class Deeds
{
    /// <param name="said">The answer with what was ticked and typed.</param>
    public static string Answered(string said) => $"Answered: {said}";

    public static string NoConnection(string from, string to) => $"Saw no connection from {from} to {to}";

    public static string Unprotected(string cluster) => $"Turned deletion protection of {cluster} off";

    public static string SawUnprotected(string cluster) => $"Saw that deletion protection of {cluster} is off";

    public static string DeletedCluster(string cluster) => $"Deleted cluster {cluster}";

    public static string SawClusterGone(string cluster) => $"Saw that cluster {cluster} is gone";

    public static string TookClusterForGone(string cluster) => $"Took cluster {cluster} for gone, on a person's statement";

    public static string DeletedKey(KeyIdentifier key) => $"Deleted vault key {key}";

    public static string SawKeyDeleted(KeyIdentifier key) => $"Saw that vault key {key} is deleted";

    public static string DisabledVersion(KeyIdentifier version) => $"Disabled vault key version {version}";

    public static string SawKeyDisabled(KeyIdentifier key) => $"Saw that every version of vault key {key} is disabled";

    public static string RecoveredKey(KeyIdentifier key) => $"Recovered vault key {key}";

    public static string EnabledVersion(KeyIdentifier version) => $"Enabled vault key version {version}";

    public static string SawKeyBack(KeyIdentifier key) => $"Saw that vault key {key} is back";

    /// <param name="id">Resource id of the assignment.</param>
    public static string RemovedRole(string role, string id) => $"Removed role assignment {role} ({id})";

    public static string SawNoRole(string registration, string vault)
        => $"Saw that registration {registration} has no role assignment at vault {vault}";

    public static string SawReleased(string registration) => $"Saw that registration {registration} is released";

    public static string DeletedRegistration(string registration) => $"Deleted registration {registration}";

    public static string SawRegistrationDeleted(string registration) => $"Saw that registration {registration} is deleted";
}
