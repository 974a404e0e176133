using System.Globalization;
using ByokConsole.Adapters.Storage;

namespace ByokConsole.Web.Hosting;

/// <summary>Carries the console's data from its file over to the PostgreSQL database that the settings name.</summary>
public static class MoveCommand
{
    public const string Name = "move-to-postgresql";

    /// <summary>Returns what to tell.</summary>
    /// <exception cref="StartRefusedException">It was not moved, and everything is as it was.</exception>
    public static async Task<string> RunAsync(ConsoleOptions options)
    {
        if (options.Database is not { } database)
            throw new StartRefusedException($"{DatabaseSettings.Database} is not given. Give the PostgreSQL database to move to, such as \"{SharedDatabase.Example}\".");
        if (!Directory.Exists(options.ModeFolder))
            throw new StartRefusedException($"There is no {options.ModeFolder}. Give the {ConsoleSettings.DataFolder} and the {ConsoleSettings.Mode} of a console.");
        // Held until the end: no console works the runs while they are moved.
        using var folder = FolderLock.Take(options.ModeFolder);
        try
        {
            var tables = await new DatabaseMove(options.DatabaseFile, database, TimeProvider.System).RunAsync(CancellationToken.None);
            var rows = tables.Select(table => string.Create(CultureInfo.InvariantCulture, $"  {table.Rows,7} {table.Table}"));
            return $"Moved to {database}:\n{string.Join('\n', rows)}\nStart the console with {DatabaseSettings.Database} from now on.";
        }
        catch (Exception e) when (e is DatabaseUnusableException or DatabaseStampException)
        {
            throw new StartRefusedException(e.Message, e);
        }
    }
}
