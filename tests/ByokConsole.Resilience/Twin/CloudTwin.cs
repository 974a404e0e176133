using ByokConsole.Resilience.Blows;
using ByokConsole.Sandbox;
using ByokConsole.Sandbox.Http;
using ByokConsole.Sandbox.Seed;
using ByokConsole.Sandbox.State;
using Microsoft.AspNetCore.Http.Features;

namespace ByokConsole.Resilience.Twin;

/// <summary>The real sandbox without its listener: requests go straight into its front, and its clock is moved by hand.</summary>
internal sealed class CloudTwin : IDisposable
{
    /// <summary>In memory where the system offers such a folder: a run writes some hundred times, each to the disk.</summary>
    private static readonly string Root = Directory.Exists("/dev/shm") ? "/dev/shm" : Path.GetTempPath();

    private readonly string _folder = Directory.CreateDirectory(Path.Combine(Root, $"byok-twin-{Guid.NewGuid():N}")).FullName;
    private readonly SandboxParts _parts;
    private readonly CloudFront _front;
    private DateTimeOffset? _validAt;

    /// <param name="keysOf">The sandbox whose secrets it shares, so that it can open what was sealed there; null for secrets of its own.</param>
    public CloudTwin(DateTimeOffset now, CloudTwin? keysOf = null)
    {
        Time.Set(now);
        keysOf?.CopySecretsTo(Directory.CreateDirectory(Path.Combine(_folder, "sandbox")).FullName);
        _parts = SandboxParts.Open(new SandboxOptions { DataFolder = _folder, Time = Time });
        _front = new CloudFront(_parts.Clouds, _parts.Clock);
        _parts.ConnectTo(new CloudWire(this));
        Credential = new TwinCredential(this, _parts.Secrets.Derive("client:" + SeededIds.OperatorApp));
    }

    public TwinTime Time { get; } = new();

    public World World => _parts.World;

    public TwinCredential Credential { get; }

    public string ConfluentSecret => _parts.Secrets.Derive("confluent");

    /// <summary>A file for a console's database, gone with this sandbox.</summary>
    public string NewDatabaseFile() => Path.Combine(_folder, $"{Guid.NewGuid():N}.db");

    /// <summary>Makes a vault key's material, which takes a moment, before anybody waits for it.</summary>
    public async Task MakeKeyAsync(string id)
    {
        var key = World.Keys.Find(id)!;
        await _parts.Material.OpenAsync(key, key.Newest);
    }

    public void Apply(Weather weather)
    {
        World.Write(change => change.Put(World.Settings, World.Now with
        {
            ProvisioningTime = weather.ProvisioningTime, PropagationDelay = weather.PropagationDelay, CallsPerMinute = 1_000_000, KeyOperationsIn10Seconds = 1_000_000,
            ArmReadsAtOnce = 1_000_000, ArmWritesAtOnce = 1_000_000, ArmDeletesAtOnce = 1_000_000,
        }));
        // Nobody's key is valid before its grants are effective.
        _validAt = Time.GetUtcNow() + (weather.ValidationDelay > weather.PropagationDelay ? weather.ValidationDelay : weather.PropagationDelay);
        Validate();
    }

    public void Advance(TimeSpan step)
    {
        if (step > TimeSpan.Zero)
            Time.Advance(step);
        Validate();
    }

    /// <summary>Delivers a request and gives its answer.</summary>
    /// <exception cref="HttpRequestException">The sandbox dropped the connection.</exception>
    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var http = await WireShapes.ReadAsync(request, cancellationToken);
        using var body = new MemoryStream();
        http.Response.Body = body;
        await _front.HandleAsync(http);
        if (http.Features.Get<IHttpRequestLifetimeFeature>() is WireShapes.Lifetime { IsAborted: true })
            throw new HttpRequestException(HttpRequestError.ResponseEnded, "The connection was cut.");
        return WireShapes.Write(http.Response, body.ToArray(), request);
    }

    public void Dispose()
    {
        _parts.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>A sandbox with these can open what was sealed here.</summary>
    public void CopySecretsTo(string folder)
    {
        foreach (var file in Directory.GetFiles(Path.Combine(_folder, "sandbox")).Where(file => Path.GetExtension(file) is ".key" or ".pem"))
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
    }

    /// <summary>The sandbox's worker tries keys in real time; here a registration with its grants is valid once its time has come.</summary>
    private void Validate()
    {
        if (_validAt is not { } at || Time.GetUtcNow() < at)
            return;
        foreach (var registration in World.Registrations.All.Where(one => one.Phase != "VALID" && IsGranted(one)).ToList())
            World.Write(change => change.Put(World.Registrations, registration with { Phase = "VALID", Message = null, Since = at, Region = "eastus" }));
    }

    private bool IsGranted(RegistrationRecord registration)
        => World.Principals.All.FirstOrDefault(principal => principal.AppId == registration.ApplicationId) is { } principal
            && World.Assignments.All.Count(assignment => assignment.PrincipalId.ToString() == principal.Id) == 2;
}
