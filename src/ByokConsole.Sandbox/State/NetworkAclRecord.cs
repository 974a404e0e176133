namespace ByokConsole.Sandbox.State;

/// <summary>A vault's firewall.</summary>
public sealed record NetworkAclRecord(string DefaultAction, string Bypass, IReadOnlyList<string> IpRules);
