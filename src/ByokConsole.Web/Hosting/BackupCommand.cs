using ByokConsole.Adapters.Storage;

namespace ByokConsole.Web.Hosting;

/// <summary>
/// Writes a copy of everything that a console keeps, while it runs or not. The copy is a data folder: a console starts on it as it is.
/// </summary>
public static class BackupCommand
{
    public const string Name = "backup";

    /// <summary>Belongs to a process and not to the data, or is part of a database that is copied whole.</summary>
    private static readonly string[] LeftOut = [".lock", ".holder", ".db-wal", ".db-shm"];

    /// <summary>Returns what to tell.</summary>
    /// <exception cref="StartRefusedException">It could not be made.</exception>
    public static string Run(ConsoleOptions options, string to)
    {
        var source = options.ModeFolder;
        var target = Path.Combine(Path.GetFullPath(to), Path.GetFileName(source));
        if (!Directory.Exists(source))
            throw new StartRefusedException($"There is nothing in {source} to back up. Give the {ConsoleSettings.DataFolder} and the {ConsoleSettings.Mode} of a console.");
        if (Directory.Exists(target) && Directory.EnumerateFileSystemEntries(target).Any())
            throw new StartRefusedException($"{target} is not empty. Give a folder of its own to each backup.");
        try
        {
            // The console's own database first: what it asked of a cloud meanwhile it then finds there, as after any restart.
            foreach (var file in Files(source).OrderByDescending(file => Path.GetFileName(file) == "console.db"))
                Copy(file, Path.Combine(target, Path.GetRelativePath(source, file)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or DatabaseUnusableException)
        {
            throw new StartRefusedException($"The backup is not complete: {e.Message} Remove {target} and try again.", e);
        }

        return $"The backup is in {target}. To start a console on it: --{ConsoleSettings.DataFolder} {Path.GetFullPath(to)}"
            + (options.Database is { } database ? $"\nThe database {database} is not in it: back it up with pg_dump." : "");
    }

    private static IEnumerable<string> Files(string folder)
        => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(file => !Array.Exists(LeftOut, end => file.EndsWith(end, StringComparison.Ordinal)) && Path.GetFileName(file) != FolderLock.HolderFile);

    private static void Copy(string from, string to)
    {
        PrivateFiles.CreateFolder(Path.GetDirectoryName(to)!);
        if (from.EndsWith(".db", StringComparison.Ordinal))
            DatabaseFiles.Copy(from, to);
        else
            File.Copy(from, to);
    }
}
