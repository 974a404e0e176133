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
        new("State", key => key.State),
        new("Validation Phase", key => key.Validation?.Phase),
        new("Standing", key => key.Standing),
        new("Cluster", key => key.ClusterId),
        new("Created At", key => Words.Date(key.CreatedAt)),
    ];
}
