using ByokConsole.Adapters;
using ByokConsole.Adapters.Storage;

namespace ByokConsole.Web.Hosting;

/// <summary>
/// Reads which PostgreSQL database the console uses instead of a file of its own. What a connection string holds is never repeated.
/// </summary>
public static class DatabaseSettings
{
    public const string Database = "ConnectionStrings:Console";
    public const string SealFile = "Protection:SealFile";

    /// <summary>The database, or null where the settings name none; what is wrong is added to the problems.</summary>
    /// <param name="configuration">Where the settings stand.</param>
    /// <param name="dataFolder">Where the seal lies on a machine that gives this user no folder of its own.</param>
    /// <param name="problems">What is wrong with the settings.</param>
    public static SharedDatabase? Read(IConfiguration configuration, string dataFolder, ICollection<SettingProblem> problems)
    {
        if (configuration[Database] is not { } text || string.IsNullOrWhiteSpace(text))
            return null;
        if (!SharedDatabase.TryParse(text, ReadSealFile(configuration, dataFolder), out var database, out var problem))
            problems.Add(new(Database, problem));
        return database;
    }

    /// <summary>Not in the data folder: consoles that share a database have one each, and this they share.</summary>
    private static string ReadSealFile(IConfiguration configuration, string dataFolder)
    {
        if (configuration[SealFile] is { } file && !string.IsNullOrWhiteSpace(file))
            return Path.GetFullPath(file.Trim());
        var own = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return Path.Combine(own.Length > 0 ? Path.Combine(own, "byok-console") : dataFolder, "database.seal");
    }
}
