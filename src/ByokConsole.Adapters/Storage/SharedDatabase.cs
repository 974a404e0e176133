using System.Diagnostics.CodeAnalysis;
using Npgsql;

namespace ByokConsole.Adapters.Storage;

/// <summary>A PostgreSQL database that several consoles may share. It says where it is, and never how one gets in.</summary>
public sealed class SharedDatabase
{
    /// <summary>What a connection string looks like.</summary>
    public const string Example = "Host=localhost;Database=byok;Username=byok;Password=…";

    /// <summary>
    /// A console that stalls in the middle of a transaction holds locks for which all others wait. The server ends such a session, so that
    /// they go on, and what the console wanted to write is refused when it wakes up.
    /// </summary>
    private const string EndsStalledTransactions = "-c idle_in_transaction_session_timeout=4000";

    private readonly NpgsqlConnectionStringBuilder _settings;

    private SharedDatabase(NpgsqlConnectionStringBuilder settings, string sealFile) => (_settings, SealFile) = (settings, sealFile);

    /// <summary>File of the secret that the keys in it are sealed with: those that protect forms and cookies.</summary>
    public string SealFile { get; }

    internal string ConnectionString => _settings.ConnectionString;

    internal string? Name => _settings.Database;

    internal string Server => $"{_settings.Host}:{_settings.Port}";

    /// <summary>Reads a connection string; what is wrong with it is told without repeating any of it, for it may hold a password.</summary>
    public static bool TryParse(
        string text, string sealFile, [NotNullWhen(true)] out SharedDatabase? database, [NotNullWhen(false)] out string? problem)
    {
        (database, problem) = (null, null);
        try
        {
            var settings = new NpgsqlConnectionStringBuilder(text);
            if (string.IsNullOrWhiteSpace(settings.Host) || string.IsNullOrWhiteSpace(settings.Database))
                problem = $"names no Host or no Database. Give both, such as {Example}";
            else
                database = new SharedDatabase(Hardened(settings), sealFile);
        }
        catch (Exception e) when (e is ArgumentException or FormatException or InvalidCastException or OverflowException)
        {
            problem = $"is not a connection string of PostgreSQL. Give one such as {Example}";
        }

        return database is not null;
    }

    /// <summary>The database and its server.</summary>
    public override string ToString() => $"{Name} at {Server}";

    private static NpgsqlConnectionStringBuilder Hardened(NpgsqlConnectionStringBuilder settings)
    {
        settings.ApplicationName ??= "ByokConsole";
        settings.Options = $"{settings.Options} {EndsStalledTransactions}".TrimStart();
        // Neither comes into an exception or a log, whatever the string says.
        (settings.PersistSecurityInfo, settings.IncludeErrorDetail, settings.LogParameters) = (false, false, false);
        return settings;
    }
}
