using ByokConsole.Adapters.Storage;

namespace ByokConsole.Web.Hosting;

/// <summary>
/// Writes a copy of everything that a console keeps, while it runs or not. The copy is a data folder: a console starts on it as it is.
/// </summary>
public static class BackupCommand
{
    public const string Name = "backup";

    /// <summary>Belongs to a process and not to the data, or is part of a database that is copied whole.</summary>
    private static readonly string[] LeftOut = [".lock", ".holder", ".db-wal", ".db-shm", ".db.moved"];

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
        if (options.Database is null && !File.Exists(options.DatabaseFile))
            throw new StartRefusedException(
                $"There is no database in {source}. If it was moved to PostgreSQL, name that one by {DatabaseSettings.Database}, here too.");
        // The console's own database first: what it asked of a cloud meanwhile it then finds there, as after any restart.
        List<string> files = [.. Files(source).OrderByDescending(file => file == options.DatabaseFile)];
        try
        {
            foreach (var file in files)
                Copy(file, Path.Combine(target, Path.GetRelativePath(source, file)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or DatabaseUnusableException)
        {
            throw new StartRefusedException($"The backup is not complete: {e.Message} Remove {target} and try again.", e);
        }

        return options.Database is { } shared ? Told(shared, files.Count, target) : $"The backup is in {target}. To start a console on it: "
            + $"--{ConsoleSettings.DataFolder} {Path.GetFullPath(to)}";
    }

    private static string Told(SharedDatabase shared, int files, string target)
        => (files == 0 ? "The data folder holds nothing to back up." : $"What the data folder holds is in {target}.")
            + $" The database {shared} is not in it: back that up with pg_dump, and keep its seal, {shared.SealFile}, with your secrets.";

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
