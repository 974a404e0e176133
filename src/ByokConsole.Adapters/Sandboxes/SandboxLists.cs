namespace ByokConsole.Adapters.Sandboxes;

/// <summary>The lists of the sandbox's control host.</summary>
public static class SandboxLists
{
    internal const string Settings = "settings";
    internal const string Storm = "storm";

    public static SandboxList<SandboxVault> Vaults { get; } = new("vaults");

    public static SandboxList<SandboxKey> Keys { get; } = new("keys");

    public static SandboxList<SandboxPrincipal> Principals { get; } = new("principals");

    public static SandboxList<SandboxRole> Roles { get; } = new("roles");

    public static SandboxList<SandboxAssignment> Assignments { get; } = new("assignments");

    public static SandboxList<SandboxRegistration> Registrations { get; } = new("registrations");

    public static SandboxList<SandboxCluster> Clusters { get; } = new("clusters");

    public static SandboxList<SandboxFault> Faults { get; } = new("faults");

    public static SandboxList<SandboxKey> KeysOf(string vault) => new($"vaults/{Uri.EscapeDataString(vault)}/keys");

    /// <summary>What was asked after that number, and of it the newest <paramref name="most"/>.</summary>
    public static SandboxList<SandboxRequest> Log(long after, int most) => new($"log?after={after}&last={most}");
}
