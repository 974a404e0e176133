using System.Globalization;
using ByokConsole.Adapters.Sandboxes;
using ByokConsole.Web.Shared;

namespace ByokConsole.Web.Features.SandboxPortal;

/// <summary>Words for what the sandbox holds.</summary>
public static class PortalWords
{
    /// <summary>How a key stands in its vault.</summary>
    public static (Status Status, string Word) Of(SandboxKey key, DateTimeOffset now) => key switch
    {
        { DeletedAt: not null } => (Status.Off, "Deleted"),
        { Enabled: false } => (Status.Fail, "Disabled"),
        { IsExpired: true } => (Status.Fail, "Expired"),
        { NotBefore: { } from } when from > now => (Status.Warn, "Not yet valid"),
        _ => (Status.Pass, "Enabled"),
    };

    /// <summary>What time will do to a key.</summary>
    public static string Ahead(SandboxKey key, TimeZoneInfo zone) => key switch
    {
        { PurgedAt: { } purged } => $"Purged on {Day(purged, zone)}",
        { RotatesAt: { } rotates } => $"Rotates on {Day(rotates, zone)}",
        { Expires: { } expires, IsExpired: false } => $"Expires on {Day(expires, zone)}",
        _ => "Nothing",
    };

    public static string Kind(SandboxKey key) => key.Size is { } size ? $"{key.Kty} {size}" : key.Kty;

    /// <summary>Who gets through a vault's network.</summary>
    public static string Network(SandboxVault vault) => vault switch
    {
        { PublicNetworkAccess: "Disabled" } => "Public access off",
        { NetworkAcls: { DefaultAction: "Deny", Bypass: "None" } } => "Closed to everyone",
        { NetworkAcls.DefaultAction: "Deny" } => "Trusted services only",
        _ => "Open",
    };

    /// <summary>The last part of a scope, and what it is: "kv-orders-eus" of a vault, else the subscription.</summary>
    public static string Scope(string scope)
        => scope.Contains("/vaults/", StringComparison.OrdinalIgnoreCase) ? scope.Split("/vaults/")[^1]
            : scope.Contains("/resourceGroups/", StringComparison.OrdinalIgnoreCase) ? scope.Split('/')[^1]
            : "the subscription";

    public static string Day(DateTimeOffset at, TimeZoneInfo zone)
        => TimeZoneInfo.ConvertTime(at, zone).ToString("d MMM yyyy", CultureInfo.InvariantCulture);
}
