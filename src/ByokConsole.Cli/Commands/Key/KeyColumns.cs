using ByokConsole.Cli.Api.Wire;
using ByokConsole.Cli.Output;

namespace ByokConsole.Cli.Commands.Key;

/// <summary>What is shown of a registered key.</summary>
internal static class KeyColumns
{
    public static IReadOnlyList<Column<RegisteredKey>> OfList { get; } =
    [
        new("ID", key => key.Id),
        new("Display Name", key => key.DisplayName),
        new("Key", key => key.Identifier),
        new("Cloud", key => key.Provider),
        new("State", key => key.State),
        new("Validation Phase", key => key.Validation?.Phase),
        new("Standing", key => key.Standing),
        new("Cluster", key => key.ClusterId),
        new("Created At", key => Words.Date(key.CreatedAt)),
    ];

    public static IReadOnlyList<Column<RegisteredKey>> OfOne { get; } =
    [
        new("ID", key => key.Id),
        new("Display Name", key => key.DisplayName),
        new("Key", key => key.Identifier),
        new("Key Vault", key => key.KeyVaultId),
        new("Tenant", key => key.TenantId),
        new("Application", key => key.ApplicationId),
        new("Cloud", key => key.Provider),
        new("Region", key => key.Region),
        new("State", key => key.State),
        new("Created At", key => Words.Date(key.CreatedAt)),
        new("Validation Phase", key => key.Validation?.Phase),
        new("Validation Since", key => Words.Date(key.Validation?.Since)),
        new("Message", key => key.Validation?.Message),
        new("Standing", key => key.Standing),
        new("Cluster", key => key.ClusterId),
        new("Environment", key => key.EnvironmentId),
        new("Free At", key => Words.Date(key.FreeAt)),
        new("Next", key => key.NextEvent is { } next ? $"{next} {Words.Date(key.NextDate)}" : null),
    ];

    public static IReadOnlyList<Column<KeyDetails>> OfDetails { get; } =
    [
        .. OfOne.Select(row => new Column<KeyDetails>(row.Title, key => row.Text(key.Registration))),
        new("Versions", key => Lines(key.Versions, version => $"{version.Version} {Words.Plain(version.Use)}{(version.Enabled ? "" : ", disabled")}{Expiry(version)}")),
        new("Roles", key => Lines(key.RoleAssignments, role => $"{role.Role} at {role.Scope}")),
        new("Served", key => Lines(key.Clusters, service => $"{service.ClusterId} from {Words.Date(service.From)}{(service.To is { } to ? $" to {Words.Date(to)}" : "")}")),
        new("Unseen", key => Lines(key.Unseen, why => why)),
        new("Page", key => key.Page),
    ];

    private static string Expiry(KeyVersion version) => version.Expires is { } expires ? $", expires {Words.Date(expires)}" : "";

    private static string? Lines<T>(IReadOnlyList<T>? things, Func<T, string> say) => things is null ? null : string.Join('\n', things.Select(say));
}
