using System.Globalization;
using ByokConsole.Cli.Api.Wire;
using ByokConsole.Cli.Output;

namespace ByokConsole.Cli.Commands;

/// <summary>What is shown of how a key stands.</summary>
internal static class HealthColumns
{
    public static IReadOnlyList<Column<RegisteredKey>> OfList { get; } =
    [
        new("ID", key => key.Id),
        new("Display Name", key => key.DisplayName),
        new("Standing", key => key.Standing),
        new("Failed Checks", key => key.FailedChecks?.ToString(CultureInfo.InvariantCulture) ?? "not checked"),
        new("Cluster", key => key.ClusterId),
        new("Environment", key => key.EnvironmentId),
        new("Next", key => key.NextEvent is { } next ? $"{next} {Words.Date(key.NextDate)}" : null),
    ];

    public static IReadOnlyList<Column<HealthReport>> OfOne { get; } =
    [
        new("ID", report => report.RegistrationId),
        new("Standing", report => report.Standing),
        new("Checked At", report => Words.Date(report.CheckedAt)),
        new("Cluster", report => report.ClusterId),
        new("Environment", report => report.EnvironmentId),
        new("Changes", report => string.Join('\n', (report.Changes ?? []).Take(10).Select(change =>
            $"{Words.Date(change.SeenAt)} {Words.Plain(change.Check)}: {Words.Plain(change.From) ?? "never asked"} to {Words.Plain(change.To)}"))),
    ];
}
