using static System.Net.Http.HttpMethod;

namespace ByokConsole.Adapters.Sandboxes;

/// <summary>What can be done to the sandbox.</summary>
public static class SandboxActs
{
    public static SandboxAct ClearFaults { get; } = new(Delete, "faults");

    public static SandboxAct Advance(TimeSpan by) => new(Post, "clock", new { advanceSeconds = (long)by.TotalSeconds });

    public static SandboxAct CreateVault(string name, string location) => new(Post, "vaults", new { name, location });

    public static SandboxAct Change(string vault, VaultSwitches switches) => new(Patch, $"vaults/{Uri.EscapeDataString(vault)}", switches);

    /// <summary>A key that passes every check: RSA, rotated yearly by its policy.</summary>
    public static SandboxAct CreateKey(string vault, string name, int size) => new(Post, Key(vault, name), new { size });

    public static SandboxAct Enable(SandboxKey key, bool enabled) => new(Patch, Key(key), new { enabled });

    public static SandboxAct Rotate(SandboxKey key) => new(Post, $"{Key(key)}/rotate");

    public static SandboxAct DeleteKey(SandboxKey key) => new(Delete, Key(key));

    public static SandboxAct Recover(SandboxKey key) => new(Post, $"{Key(key)}/recover");

    public static SandboxAct CreatePrincipal(string applicationId) => new(Post, "principals", new { applicationId });

    public static SandboxAct Assign(string principalId, string roleId, string scope)
        => new(Post, "assignments", new { principalId, roleId, scope });

    public static SandboxAct RemoveAssignment(string name) => new(Delete, $"assignments/{Uri.EscapeDataString(name)}");

    public static SandboxAct DeleteRegistration(string id) => new(Delete, $"registrations/{Uri.EscapeDataString(id)}");

    /// <summary>From now on so many clients are connected to the cluster.</summary>
    public static SandboxAct Connect(string cluster, int count) => new(Put, $"connections/{Uri.EscapeDataString(cluster)}", new { count });

    public static SandboxAct Order(SandboxFault fault) => new(Post, "faults", fault);

    public static SandboxAct TakeBack(SandboxFault fault) => new(Delete, $"faults/{fault.Id}");

    public static SandboxAct Change(SandboxSettings settings) => new(Patch, SandboxLists.Settings, settings);

    /// <summary>From now on; one of zeros ends it.</summary>
    public static SandboxAct Rage(SandboxStorm storm) => new(Put, SandboxLists.Storm, storm);

    /// <summary>The seeded world again.</summary>
    public static SandboxAct StartOver { get; } = new(Post, "reset");

    private static string Key(SandboxKey key) => Key(key.Vault, key.Name);

    private static string Key(string vault, string name) => $"vaults/{Uri.EscapeDataString(vault)}/keys/{Uri.EscapeDataString(name)}";
}
