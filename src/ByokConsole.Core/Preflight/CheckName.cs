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

    /// <summary>Of a bound key: no version that its cluster's data needs is disabled.</summary>
    VersionsKept,

    /// <summary>Of a bound key: its versions were made by the rotation policy, not by hand.</summary>
    RotatedByPolicy,
    GrantPresent,
    GrantInForce,
}
