namespace ByokConsole.Adapters.Sandboxes;

/// <summary>A vault's firewall, in Azure's words.</summary>
/// <param name="DefaultAction">Allow or Deny.</param>
/// <param name="Bypass">AzureServices or None.</param>
public sealed record SandboxFirewall(string DefaultAction, string Bypass);
