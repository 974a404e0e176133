using ByokConsole.Sandbox;

namespace ByokConsole.Tests.Sandbox.ConfluentCloud;

/// <summary>One sandbox for the tests of its Confluent side. Each test starts with the seeded world.</summary>
public sealed class ConfluentSandbox : IAsyncLifetime
{
    public const string Name = "The sandbox's Confluent side";

    private SandboxServer? _server;
    private SandboxCaller? _caller;

    public string Folder { get; } = Directory.CreateTempSubdirectory("byok-confluent-").FullName;

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
[CollectionDefinition(ConfluentSandbox.Name)]
public sealed class ConfluentSandboxTests : ICollectionFixture<ConfluentSandbox>;
