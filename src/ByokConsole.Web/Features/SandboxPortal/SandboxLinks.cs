namespace ByokConsole.Web.Features.SandboxPortal;

/// <summary>Addresses of the sandbox's portal. Names come from addresses and clouds, so they are escaped.</summary>
public static class SandboxLinks
{
    public const string Overview = "/sandbox";
    public const string Vaults = $"{Overview}/vaults";
    public const string Keys = $"{Overview}/keys";
    public const string Roles = $"{Overview}/roles";
    public const string Registrations = $"{Overview}/registrations";
    public const string Clusters = $"{Overview}/clusters";
    public const string Clock = $"{Overview}/clock";
    public const string Faults = $"{Overview}/faults";
    public const string Log = $"{Overview}/log";
    public const string Settings = $"{Overview}/settings";

    /// <summary>The sections, as they stand in a row.</summary>
    public static IReadOnlyList<(string Word, string Address)> Sections { get; } =
    [
        ("Overview", Overview), ("Vaults", Vaults), ("Keys", Keys), ("Roles", Roles), ("Registrations", Registrations),
        ("Clusters", Clusters), ("Clock", Clock), ("Faults", Faults), ("Log", Log), ("Settings", Settings),
    ];

    public static string Vault(string name) => $"{Vaults}/{Uri.EscapeDataString(name)}";

    public static string RolesAt(string vault) => $"{Roles}?vault={Uri.EscapeDataString(vault)}";

    /// <summary>What was asked of one vault, or of one of its keys.</summary>
    public static string LogOf(string vault, string? key = null)
        => $"{Log}?vault={Uri.EscapeDataString(vault)}{(key is null ? "" : $"&key={Uri.EscapeDataString(key)}")}";
}
