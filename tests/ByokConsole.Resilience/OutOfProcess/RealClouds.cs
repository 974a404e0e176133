using ByokConsole.Resilience.Blows;
using ByokConsole.Resilience.Scenarios;
using ByokConsole.Resilience.Twin;
using ByokConsole.Sandbox;
using ByokConsole.Sandbox.State;
using ByokConsole.TestProcesses;
using Microsoft.Data.Sqlite;

namespace ByokConsole.Resilience.OutOfProcess;

/// <summary>A sandbox that listens, with the world of a twin's snapshot in it, and beside it the console's database of that moment.</summary>
internal sealed class RealClouds : IAsyncDisposable
{
    private readonly TemporaryFolder _folder;
    private readonly SandboxServer _server;
    private bool _hasStopped;

    private RealClouds(TemporaryFolder folder, SandboxServer server) => (_folder, _server, Knobs) = (folder, server, SandboxClient.Of(folder.Path));

    public string EnvFile => _server.EnvFile;

    public string ConsoleFolder => Path.Combine(_folder.Path, "console");

    public SandboxClient Knobs { get; }

    public string DatabaseFile => Path.Combine(ConsoleFolder, "sandbox", "console.db");

    public static async Task<RealClouds> OpenAsync(Snapshots snapshots, Scenario scenario)
    {
        var folder = new TemporaryFolder();
        var sandbox = Directory.CreateDirectory(Path.Combine(folder.Path, "sandbox")).FullName;
        var database = Path.Combine(Directory.CreateDirectory(Path.Combine(folder.Path, "console", "sandbox")).FullName, "console.db");
        var cloud = snapshots.Rent();
        File.Move(snapshots.Before(scenario).PutInto(cloud), database);
        scenario.Prepare(cloud);
        cloud.Apply(Weather.Calm);
        cloud.CopySecretsTo(sandbox);
        using (var world = new World(new WorldStore(sandbox, reset: false)))
        {
            WorldCopy.Of(cloud.World).PutInto(world);
            world.Write(change => Prune(world, change, cloud.Time.GetUtcNow()));
        }

        snapshots.Return(cloud);
        return new RealClouds(folder, await SandboxServer.StartAsync(new SandboxOptions { DataFolder = folder.Path, Port = 0 }));
    }

    /// <summary>True once the request that suffered the fault was answered.</summary>
    public async Task<bool> IsAnsweredAsync(string fault)
        => (await Knobs.ListAsync("log")).Any(line => (string?)line["fault"] == fault && (int)line["status"]! is >= 200 and < 300);

    /// <summary>Until this is disposed, the console commits nothing.</summary>
    public async Task<SqliteConnection> LockDatabaseAsync()
    {
        var connection = new SqliteConnection($"Data Source={DatabaseFile};Pooling=False;Default Timeout=10");
        await connection.OpenAsync();
        // SQLite's own transactions begin with the lock, unless they are told to defer it.
        _ = connection.BeginTransaction();
        return connection;
    }

    /// <summary>The sandbox's own state once it has stopped.</summary>
    public async Task<World> StopAsync()
    {
        await StopServerAsync();
        return new World(new WorldStore(Path.Combine(_folder.Path, "sandbox"), reset: false));
    }

    public async ValueTask DisposeAsync()
    {
        Knobs.Dispose();
        await StopServerAsync();
        _folder.Dispose();
    }

    private async Task StopServerAsync()
    {
        if (_hasStopped)
            return;
        _hasStopped = true;
        await _server.DisposeAsync();
    }

    /// <summary>What no run here has to do with costs keys to make and trials to run. The world's time is the twin's, real time is behind it or not.</summary>
    private static void Prune(World world, Change change, DateTimeOffset now)
    {
        foreach (var key in world.Keys.All.Where(key => key.Versions.Any(version => version.SealedKey is null)))
            change.Remove(world.Keys, key.Id);
        foreach (var registration in world.Registrations.All.Where(one => one.KeyId != Worlds.KeyText))
            change.Remove(world.Registrations, registration.Id);
        foreach (var cluster in world.Clusters.All.Where(one => one.RegistrationId is { } id && world.Registrations.Find(id)?.KeyId != Worlds.KeyText))
            change.Remove(world.Clusters, cluster.Id);
        var ahead = now - TimeProvider.System.GetUtcNow();
        change.Put(world.Settings, world.Now with
        {
            ClockOffset = ahead > TimeSpan.Zero ? ahead : TimeSpan.Zero, ProvisioningTime = TimeSpan.FromSeconds(2), ValidationInterval = TimeSpan.FromSeconds(1),
        });
    }
}
