using ByokConsole.Adapters;
using ByokConsole.Sandbox;

namespace ByokConsole.Web.Hosting;

/// <summary>
/// The sandbox that lives in the console's own process, and the only place in the console that knows of it. What the rest is told is the
/// connection, read from the same file that any other program would source.
/// </summary>
internal sealed class SandboxHosting : IAsyncDisposable
{
    private readonly SandboxServer _server;

    private SandboxHosting(SandboxServer server, CloudConnection connection)
    {
        _server = server;
        Connection = connection;
    }

    public CloudConnection Connection { get; }

    /// <summary>Its <c>sandbox.env</c>.</summary>
    public string EnvFile => _server.EnvFile;

    /// <summary>The sandbox's time, which runs ahead of the machine's as far as somebody moved it.</summary>
    public SandboxTime Time => new(() => _server.Clock.GetUtcNow());

    /// <summary>Said aloud where the usual port was taken.</summary>
    public string? Notice => _server.Port == SandboxOptions.DefaultPort
        ? null
        : $"The sandbox listens on port {_server.Port}.";

    public static async Task<SandboxHosting> StartAsync(ConsoleOptions options)
    {
        SandboxServer server;
        try
        {
            server = await SandboxServer.StartAsync(new SandboxOptions { DataFolder = options.DataFolder, Port = options.SandboxPort == SandboxOptions.DefaultPort ? null : options.SandboxPort });
        }
        catch (SandboxException e)
        {
            throw new StartRefusedException($"The sandbox does not start: {e.Message}", e);
        }

        var reading = SandboxEnvironmentFile.Read(server.EnvFile);
        if (reading.Connection is { } connection)
            return new SandboxHosting(server, connection);
        await server.DisposeAsync();
        throw new StartRefusedException(["The sandbox's own file cannot be used:", .. reading.Problems.Select(problem => $"  {problem}")]);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
