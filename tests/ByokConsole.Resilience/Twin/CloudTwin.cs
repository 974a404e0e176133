using ByokConsole.Resilience.Blows;
using ByokConsole.Sandbox;
using ByokConsole.Sandbox.Http;
using ByokConsole.Sandbox.Seed;
using ByokConsole.Sandbox.State;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Time.Testing;

namespace ByokConsole.Resilience.Twin;

/// <summary>The real sandbox without its listener: requests go straight into its front, and its clock is moved by hand.</summary>
internal sealed class CloudTwin : IDisposable
{
    private readonly SandboxParts _parts;
    private readonly CloudFront _front;
    private DateTimeOffset? _validAt;

    public CloudTwin(string folder, DateTimeOffset now)
    {
        // Time passes a little with each look at it, so that what happens later has a later date.
        Time = new FakeTimeProvider(now) { AutoAdvanceAmount = TimeSpan.FromMilliseconds(1) };
        _parts = SandboxParts.Open(new SandboxOptions { DataFolder = folder, Time = Time });
        _front = new CloudFront(_parts.Clouds, _parts.Clock);
        _parts.ConnectTo(new CloudWire(this));
        Credential = new TwinCredential(this, _parts.Secrets.Derive("client:" + SeededIds.OperatorApp));
    }

    public FakeTimeProvider Time { get; }

    public World World => _parts.World;

    public TwinCredential Credential { get; }

    public string ConfluentSecret => _parts.Secrets.Derive("confluent");

    public void Apply(Weather weather)
    {
        World.Write(change => change.Put(World.Settings, World.Now with
        {
            ProvisioningTime = weather.ProvisioningTime, PropagationDelay = weather.PropagationDelay, CallsPerMinute = 1_000_000,
        }));
        _validAt = Time.GetUtcNow() + weather.ValidationDelay;
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

    public void Dispose() => _parts.Dispose();

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
