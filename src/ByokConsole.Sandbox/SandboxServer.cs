using System.Net;
using System.Net.Sockets;
using ByokConsole.Sandbox.Hosting;
using ByokConsole.Sandbox.Http;
using ByokConsole.Sandbox.Proxy;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace ByokConsole.Sandbox;

/// <summary>
/// Azure and Confluent Cloud on loopback. A TLS-terminating CONNECT proxy that serves the clouds' own host names, with a web server of its
/// own inside the caller's process.
/// </summary>
public sealed class SandboxServer : IAsyncDisposable
{
    private const int PortsTried = 20;

    private readonly SandboxParts _parts;
    private readonly WebApplication _app;
    private readonly CancellationTokenSource _stopping = new();
    private readonly Task _work;

    private SandboxServer(SandboxParts parts, WebApplication app, int port)
    {
        (_parts, _app, Port) = (parts, app, port);
        EnvFile = EnvironmentFile.Write(parts.Folder, port, CaFile, parts.Secrets);
        parts.ConnectTo(ProxyUri);
        _work = Task.WhenAll(QuietlyAsync(parts.Validation.RunAsync), QuietlyAsync(parts.Material.PrepareAsync));
    }

    /// <summary>The port on loopback.</summary>
    public int Port { get; }

    /// <summary>What clients give as their proxy.</summary>
    public Uri ProxyUri => new($"http://127.0.0.1:{Port}");

    /// <summary>PEM file of the certificate authority that clients are to trust.</summary>
    public string CaFile => _parts.Authority.CertificateFile;

    /// <summary><c>sandbox.env</c>.</summary>
    public string EnvFile { get; }

    /// <summary>The clouds' time.</summary>
    public TimeProvider Clock => _parts.Clock;

    /// <exception cref="SandboxException">It cannot start; the message says why and what to do.</exception>
    public static async Task<SandboxServer> StartAsync(SandboxOptions options, CancellationToken cancellationToken = default)
    {
        var parts = SandboxParts.Open(options);
        try
        {
            var candidates = options.Port is { } only ? [only] : Enumerable.Range(SandboxOptions.DefaultPort, PortsTried).ToArray();
            foreach (var port in candidates)
            {
                if (await TryListenAsync(parts, options, port, cancellationToken) is { } app)
                    return new SandboxServer(parts, app, new Uri(app.Urls.First()).Port);
            }

            throw new SandboxException(options.Port is { } taken
                ? $"Port {taken} is taken by another program. Stop that program, or give another port."
                : $"The ports {SandboxOptions.DefaultPort} to {SandboxOptions.DefaultPort + PortsTried - 1} are all taken. Give a port.");
        }
        catch
        {
            parts.Dispose();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _work;
        await _app.DisposeAsync();
        _parts.Dispose();
        _stopping.Dispose();
    }

    private static async Task<WebApplication?> TryListenAsync(SandboxParts parts, SandboxOptions options, int port, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = "ByokConsole.Sandbox" });
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, port, listen => Serve(listen, parts));
        });
        if (options.Logging is { } logging)
            builder.Services.AddSingleton(logging);
        var app = builder.Build();
        var front = new CloudFront(parts.Clouds, parts.Clock);
        app.Run(front.HandleAsync);
        try
        {
            await app.StartAsync(cancellationToken);
            return app;
        }
        catch (IOException e) when (e.InnerException is AddressInUseException or SocketException)
        {
            await app.DisposeAsync();
            return null;
        }
    }

    private static void Serve(ListenOptions listen, SandboxParts parts)
    {
        var preface = new ConnectPreface(
            name => parts.World.Vaults.Find(name.ToLowerInvariant()) is { } vault && !vault.IsRegistering(parts.Clock.GetUtcNow()), parts.Clock.Real);
        listen.Protocols = HttpProtocols.Http1AndHttp2;
        listen.Use(next => connection => preface.RunAsync(connection, next));
        listen.UseHttps(https => https.ServerCertificateSelector = (connection, name) =>
            connection?.Features.Get<IConnectedHost>()?.Host is { } host && (name is null || name.Equals(host, StringComparison.OrdinalIgnoreCase))
                ? parts.Authority.LeafFor(host)
                : null);
    }

    private async Task QuietlyAsync(Func<CancellationToken, Task> work)
    {
        try
        {
            await work(_stopping.Token);
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
        }
    }
}
