namespace ByokConsole.Adapters.Sandboxes;

/// <summary>What can be changed about a sandbox's vault, also what no real vault lets anybody change.</summary>
public sealed record VaultSwitches(
    bool EnableRbacAuthorization, bool EnablePurgeProtection, string PublicNetworkAccess, SandboxFirewall? NetworkAcls);
