using System.Text.Json.Nodes;

namespace ByokConsole.EndToEndTests.Infrastructure;

/// <summary>A sandbox that runs alone, for the tests of a class, so that it outlives the consoles that attach to it.</summary>
public sealed class SandboxFixture : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private ServerProcess? _sandbox;
    private SandboxClient? _control;

    public SandboxClient Control => _control ?? throw new InvalidOperationException("The sandbox does not run.");

    /// <summary>A console with a data folder of its own that uses this sandbox.</summary>
    public Task<ConsoleFixture> AttachAsync(params string[] more)
        => ConsoleFixture.StartAsync(["--Sandbox:EnvFile", SandboxEnvironment.FileIn(_folder.Path), .. more]);

    /// <summary>Puts the seeded world back, in clouds that make nobody wait but for clusters.</summary>
    public async Task BeginAnewAsync(int provisioningSeconds)
    {
        await Control.DoAsync(HttpMethod.Post, "reset");
        await Control.DoAsync(HttpMethod.Patch, "settings", new JsonObject
        {
            ["propagationSeconds"] = 1, ["validationSeconds"] = 1, ["provisioningSeconds"] = provisioningSeconds,
        });
    }

    public async ValueTask InitializeAsync()
    {
        _sandbox = await ServerProcess.StartAsync(ContractOfJourneys.Watch(Programs.Sandbox(_folder.Path)));
        _control = SandboxClient.Of(_folder.Path);
    }

    public async ValueTask DisposeAsync()
    {
        _control?.Dispose();
        if (_sandbox is not null)
            await _sandbox.DisposeAsync();
        _folder.Dispose();
    }
}
