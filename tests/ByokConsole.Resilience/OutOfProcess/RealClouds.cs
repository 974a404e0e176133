using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using ByokConsole.Adapters;
using ByokConsole.Resilience.Blows;
using ByokConsole.Resilience.Scenarios;
using ByokConsole.Resilience.Twin;
using ByokConsole.Sandbox;
using ByokConsole.Sandbox.State;
using Microsoft.Data.Sqlite;

namespace ByokConsole.Resilience.OutOfProcess;

/// <summary>A sandbox that listens, with the world of a twin's snapshot in it, and beside it the console's database of that moment.</summary>
internal sealed class RealClouds : IAsyncDisposable
{
    private readonly string _folder;
    private readonly SandboxServer _server;
    private readonly HttpClient _control;
    private bool _hasStopped;

    private RealClouds(string folder, SandboxServer server)
    {
        (_folder, _server) = (folder, server);
        var connection = SandboxEnvironmentFile.Read(server.EnvFile).Connection!;
        _control = new HttpClient(CloudTransport.CreateHandler(connection)) { BaseAddress = new Uri("https://sandbox.byokconsole.test/") };
        _control.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", SandboxEnvironmentFile.ReadControlToken(server.EnvFile));
    }

    public string EnvFile => _server.EnvFile;

    public string ConsoleFolder => Path.Combine(_folder, "console");

    public string DatabaseFile => Path.Combine(ConsoleFolder, "sandbox", "console.db");

    public static async Task<RealClouds> OpenAsync(Snapshots snapshots, Scenario scenario)
    {
        var folder = Directory.CreateTempSubdirectory("byok-killed-").FullName;
        var sandbox = Directory.CreateDirectory(Path.Combine(folder, "sandbox")).FullName;
        var database = Path.Combine(Directory.CreateDirectory(Path.Combine(folder, "console", "sandbox")).FullName, "console.db");
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
        return new RealClouds(folder, await SandboxServer.StartAsync(new SandboxOptions { DataFolder = folder, Port = 0 }));
    }

    /// <summary>Orders a fault for a request; <c>Slow</c> holds it before it is carried out, <c>SlowReply</c> after.</summary>
    public async Task OrderAsync(string name, RealWrite write, int skip, int milliseconds) => await SendAsync(HttpMethod.Post, "faults", new JsonObject
    {
        ["name"] = name, ["host"] = write.Host, ["method"] = write.Method, ["path"] = write.Path, ["skip"] = skip, ["milliseconds"] = milliseconds,
    });

    /// <summary>True once the request has come that a fault was ordered for.</summary>
    public async Task<bool> IsTakenAsync() => (await SendAsync(HttpMethod.Get, "faults"))!.AsArray().Count == 0;

    /// <summary>True once the request that suffered the fault was answered.</summary>
    public async Task<bool> IsAnsweredAsync(string fault)
        => (await SendAsync(HttpMethod.Get, "log"))!.AsArray().Any(line => (string?)line!["fault"] == fault && (int)line["status"]! is >= 200 and < 300);

    public Task AdvanceAsync(TimeSpan step)
        => SendAsync(HttpMethod.Post, "clock", new JsonObject { ["advanceSeconds"] = (int)step.TotalSeconds });

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
        return new World(new WorldStore(Path.Combine(_folder, "sandbox"), reset: false));
    }

    public async ValueTask DisposeAsync()
    {
        _control.Dispose();
        await StopServerAsync();
        Directory.Delete(_folder, recursive: true);
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

    private async Task<JsonNode?> SendAsync(HttpMethod method, string path, JsonObject? body = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        using var response = await _control.SendAsync(request);
        if (!response.IsSuccessStatusCode)
            throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{method} {path}: {(int)response.StatusCode}"));
        return await response.Content.ReadFromJsonAsync<JsonNode>();
    }
}
