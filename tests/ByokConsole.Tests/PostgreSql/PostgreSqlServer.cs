using System.Diagnostics;
using ByokConsole.Tests.PostgreSql;
using Npgsql;

[assembly: AssemblyFixture(typeof(PostgreSqlServer))]

namespace ByokConsole.Tests.PostgreSql;

/// <summary>
/// A PostgreSQL server in a temporary folder, on a free port of loopback, run by an ordinary user; started when the first test wants a database.
/// Where the program is missing, Debian's package is installed if that may be done; otherwise its tests are skipped, and fail under <c>CI=true</c>.
/// </summary>
public sealed class PostgreSqlServer : IAsyncLifetime
{
    /// <summary>What no log and no page may show.</summary>
    public const string Password = "the-password-of-the-test-database";

    public const string User = "console";
    private const string Install = "apt-get install -y --no-install-recommends postgresql";
    private const string Installed = "/usr/lib/postgresql";

    /// <summary>PostgreSQL refuses to be run by root.</summary>
    private static readonly string[] Ordinary = Environment.IsPrivilegedProcess
        ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"] : [];

    private readonly string _folder = Directory.CreateTempSubdirectory("byok-pg-").FullName;
    private readonly SemaphoreSlim _starting = new(1, 1);
    private Process? _server;
    private int _databases;

    /// <summary>Where it listens, once a database was made.</summary>
    public int Port { get; private set; }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>Makes an empty database and returns its connection string.</summary>
    public async Task<string> CreateDatabaseAsync()
    {
        await _starting.WaitAsync();
        try
        {
            if (_server is null)
                await StartAsync();
            var name = $"byok{++_databases}";
            await RunAsync($"CREATE DATABASE {name}");
            return To(name);
        }
        finally
        {
            _starting.Release();
        }
    }

    /// <summary>Connection string of a database of this server, there or not.</summary>
    public string To(string database)
        => $"Host=127.0.0.1;Port={Port};Database={database};Username={User};Password={Password};Maximum Pool Size=20";

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        if (_server is not null)
        {
            // A fast stop, which takes no other way than a signal.
            using var kill = Process.Start("kill", ["-INT", $"{_server.Id}"]);
            await _server.WaitForExitAsync();
            _server.Dispose();
        }

        Directory.Delete(_folder, recursive: true);
        _starting.Dispose();
    }

    private async Task StartAsync()
    {
        if (Programs() is null && await AptPackage.InstallAsync(Install) is { } reason)
            Missing.Skip($"PostgreSQL is not there ({reason}). To run its tests: {Install}");
        var programs = Programs() ?? throw new InvalidOperationException($"{Installed} has no server, although its package is installed.");
        var (data, password) = (Path.Combine(_folder, "data"), Path.Combine(_folder, "password"));
        await File.WriteAllTextAsync(password, Password);
        if (Ordinary.Length > 0)
            await EndAsync(["chown", "-R", "postgres:postgres", _folder]);
        await EndAsync(
            [.. Ordinary, $"{programs}/initdb", "-D", data, "-U", User, "-A", "scram-sha-256", $"--pwfile={password}", "-E", "UTF8",
                "--no-locale", "--no-sync"]);
        Port = Loopback.FreePort();
        _server = Launch(
            [.. Ordinary, $"{programs}/postgres", "-D", data, "-p", $"{Port}", "-h", "127.0.0.1", "-c", "unix_socket_directories=",
                "-c", "fsync=off", "-c", "full_page_writes=off", "-c", "max_connections=400"]);
        while (!_server.HasExited && !await AnswersAsync())
            await Task.Delay(100);
    }

    private static string? Programs()
        => Directory.Exists(Installed)
            ? Directory.GetDirectories(Installed).Select(version => Path.Combine(version, "bin"))
                .FirstOrDefault(bin => File.Exists(Path.Combine(bin, "initdb")))
            : null;

    private async Task RunAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(To("postgres"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private async Task<bool> AnswersAsync()
    {
        try
        {
            await RunAsync("SELECT 1");
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    /// <summary>From the root folder, for an ordinary user may not see the current one.</summary>
    private static Process Launch(IReadOnlyList<string> words)
    {
        var start = new ProcessStartInfo(words[0], words.Skip(1)) { WorkingDirectory = "/", RedirectStandardOutput = true, RedirectStandardError = true };
        var process = Process.Start(start)!;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private static async Task EndAsync(IReadOnlyList<string> words)
        => Assert.Equal(0, (await EndedProgram.RunAsync(new ProcessStartInfo(words[0], words.Skip(1)) { WorkingDirectory = "/" })).Code);
}
