using System.Diagnostics;
using ByokConsole.Tests.PostgreSql;
using Npgsql;

namespace ByokConsole.EndToEndTests.Infrastructure;

/// <summary>Three consoles on one database and one sandbox, behind a proxy.</summary>
public sealed class SharedConsoles : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<ConsoleFixture> _consoles = [];
    private string _database = "";
    private ReverseProxy? _proxy;

    private SharedConsoles()
    {
    }

    public ReverseProxy Proxy => _proxy ?? throw new InvalidOperationException("The proxy does not run.");

    /// <summary>With the seeded world, and clouds that make nobody wait but for clusters.</summary>
    public static async Task<SharedConsoles> StartAsync(SandboxFixture sandbox, PostgreSqlServer server, int provisioningSeconds)
    {
        await sandbox.BeginAnewAsync(provisioningSeconds);
        var shared = new SharedConsoles { _database = await server.CreateDatabaseAsync() };
        try
        {
            // At once, on an empty database.
            shared._consoles.AddRange(await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => sandbox.AttachAsync(
                "--ConnectionStrings:Console", shared._database, "--Protection:SealFile", Path.Combine(shared._folder.Path, "database.seal")))));
            shared._proxy = await ReverseProxy.StartAsync([.. shared._consoles.Select(console => console.Address)]);
            return shared;
        }
        catch
        {
            await shared.DisposeAsync();
            throw;
        }
    }

    /// <summary>The console that works the run, as it says itself.</summary>
    public ConsoleFixture WorkerOf(string run)
        => _consoles.Single(console => console.Process.IsAlive && console.Process.Output.Contains($"Run {run}: step", StringComparison.Ordinal));

    /// <summary>The console that serves the page which connected last.</summary>
    public ConsoleFixture Serving => _consoles[Proxy.LastCircuit];

    /// <summary>Waits until another console has taken the run than the one that had it; how long that took.</summary>
    public async Task<TimeSpan> TakenOverAsync(string run, long fence)
    {
        var watch = Stopwatch.StartNew();
        await Poll.UntilAsync(async () => await FenceAsync(run) > fence);
        return watch.Elapsed;
    }

    /// <summary>How often the run was taken.</summary>
    public async Task<long> FenceAsync(string run)
    {
        await using var connection = new NpgsqlConnection(_database);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand("SELECT \"Fence\" FROM runs WHERE \"Id\" = $1", connection);
        command.Parameters.Add(new() { Value = run });
        return (long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    public async ValueTask DisposeAsync()
    {
        if (_proxy is not null)
            await _proxy.DisposeAsync();
        foreach (var console in _consoles)
            await console.DisposeAsync();
        _folder.Dispose();
    }
}
