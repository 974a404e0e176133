namespace ByokConsole.Core.Preflight.Words;

/// <summary>What the checks of Confluent's access say. A grant that is missing is given in the wizard; of a key in use it was taken away.</summary>
public static class AccessMessages
{
    private const string Minutes = "Azure applies role assignments within minutes, seldom up to 30.";

    public static CheckMessage Conditional { get; } = new(
        "A condition narrows one of the two role assignments.", "Whether it still covers the key, only Confluent's own trial tells.");

    public static CheckMessage NotTriedYet { get; } = new("Confluent has not tried the key yet.", "Grant access meanwhile.");

    public static CheckMessage RefusedBeforeTheGrant { get; } = new(
        "Confluent tried the key and was refused, as long as it has no access.", "It tries again by itself once access is granted.");

    public static CheckMessage TakingEffect(string phase) => new($"{Minutes} Confluent says {phase}.", "Nothing for you to do.");

    /// <param name="roles">Names of the roles that are missing.</param>
    public static CheckMessage RolesMissing(string roles, bool isBound) => new($"Confluent's application lacks {roles} at the vault.", Grant(isBound))
    {
        Means = $"{Stakes.StopsWhenNeeded} Nothing is lost.",
        Takes = Minutes,
    };

    /// <param name="says">What Confluent says about it, or null.</param>
    /// <param name="granted">Whether both roles are assigned, or null when that cannot be seen.</param>
    public static CheckMessage Refused(string? says, bool? granted, bool keyWorks, bool isBound) => new(
        string.IsNullOrWhiteSpace(says) ? "Confluent could not use the key." : $"Confluent could not use the key: {says.TrimEnd('.')}.",
        granted switch
        {
            true when !keyWorks => "The roles are assigned; the key itself has to be mended, as its own checks say.",
            true => "The roles are assigned for longer than Azure takes; look at the vault's firewall, the key's state, and deny assignments.",
            false => Grant(isBound),
            null => "Whether the roles are assigned cannot be seen from here; have the vault's Access control (IAM) looked at, or give it both roles again.",
        })
    {
        Means = $"{Stakes.StopsWhenNeeded} Nothing is lost.",
        Takes = "Confluent tries again by itself, within minutes.",
    };

    private static string Grant(bool isBound)
        => isBound ? "Restore the grants on the key's page: without them the cluster stops when it next needs the key." : "Grant access to its application.";
}
