using ByokConsole.Sandbox;

namespace ByokConsole.Tests.Sandbox;

/// <summary>One sandbox for the tests of a side of it. Each test starts with the seeded world.</summary>
public abstract class SeededSandbox : IAsyncLifetime
{
    private SandboxServer? _server;
    private SandboxCaller? _caller;

    /// <summary>A folder whose name a careless shell would trip over.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("byok it's $HOME; -").FullName;

    public SandboxServer Server => _server ?? throw new InvalidOperationException("The sandbox is not up.");

    public SandboxCaller Caller => _caller ?? throw new InvalidOperationException("The sandbox is not up.");

    public async ValueTask InitializeAsync()
    {
        _server = await SandboxServer.StartAsync(new SandboxOptions { DataFolder = Folder, Port = 0 }, TestContext.Current.CancellationToken);
        _caller = new SandboxCaller(_server.EnvFile);
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        _caller?.Dispose();
        if (_server is not null)
            await _server.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
