using ByokConsole.Sandbox;
using ByokConsole.Tests.Sandbox.ConfluentCloud;

namespace ByokConsole.Tests.Sandbox.Azure;

/// <summary>One sandbox for the tests of its Azure side. Each test starts with the seeded world.</summary>
public sealed class AzureSandbox : IAsyncLifetime
{
    public const string Name = "The sandbox's Azure side";

    private SandboxServer? _server;
    private SandboxCaller? _caller;

    /// <summary>A folder whose name a careless shell would trip over.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("byok it's $HOME; -azure-").FullName;

    public string EnvFile => _server!.EnvFile;

    public Uri Proxy => _server!.ProxyUri;

    public SandboxCaller Caller => _caller ?? throw new InvalidOperationException("The sandbox is not up.");

    public async ValueTask InitializeAsync()
    {
        _server = await SandboxServer.StartAsync(new SandboxOptions { DataFolder = Folder, Port = 0 }, TestContext.Current.CancellationToken);
        _caller = new SandboxCaller(_server.EnvFile);
    }

    public async ValueTask DisposeAsync()
    {
        _caller?.Dispose();
        if (_server is not null)
            await _server.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}

/// <summary>The classes that share it run one after another.</summary>
[CollectionDefinition(AzureSandbox.Name)]
public sealed class AzureSandboxTests : ICollectionFixture<AzureSandbox>;
