namespace ByokConsole.Sandbox.State;

/// <summary>A vault's firewall.</summary>
public sealed record NetworkAclRecord(string DefaultAction, string Bypass, IReadOnlyList<string> IpRules)
{
    /// <summary>Resource ids of subnets that are let in. None of the sandbox's callers comes from one.</summary>
    public IReadOnlyList<string> Subnets { get; init; } = [];
}
