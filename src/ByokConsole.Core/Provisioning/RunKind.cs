namespace ByokConsole.Core.Provisioning;

/// <summary>What a run does.</summary>
public enum RunKind
{
    CreateCluster,
    RegisterKey,
    GrantAccess,
}
