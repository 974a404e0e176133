namespace ByokConsole.Core.Preflight;

/// <summary>The live questions asked about a key before money is spent, and for as long as a cluster is bound to it.</summary>
public enum CheckName
{
    VaultExists,
    VaultMatchesKey,
    TenantMatches,
    RegionMatches,
    RbacEnabled,
    PurgeProtectionOn,
    TrustedServicesAllowed,
    KeyExists,
    KeyIsSoftwareRsa,
    KeyUsable,
    RotationPolicy,
    KeyNotBound,
    MaterialGenerated,
    GrantPresent,
    GrantInForce,
}
