namespace ByokConsole.Sandbox.Proxy;

/// <summary>The host names the sandbox answers for.</summary>
public static class ServedHosts
{
    public const string Entra = "login.microsoftonline.com";
    public const string ResourceManager = "management.azure.com";
    public const string Graph = "graph.microsoft.com";
    public const string ConfluentCloud = "api.confluent.cloud";
    public const string Telemetry = "api.telemetry.confluent.cloud";
    public const string Control = "sandbox.byokconsole.test";
    public const string VaultSuffix = ".vault.azure.net";

    /// <summary>What the certificate authority may vouch for.</summary>
    public static IReadOnlyList<string> Subtrees { get; } =
        [Entra, ResourceManager, Graph, VaultSuffix[1..], ConfluentCloud, Telemetry, Control];

    /// <summary>The vault's name when the host is one label before the vault suffix, else null.</summary>
    public static string? VaultOf(string host)
        => host.EndsWith(VaultSuffix, StringComparison.OrdinalIgnoreCase) && host[..^VaultSuffix.Length] is { Length: > 0 } name && !name.Contains('.')
            ? name
            : null;

    public static bool IsFixed(string host)
        => host.ToLowerInvariant() is Entra or ResourceManager or Graph or ConfluentCloud or Telemetry or Control;
}
