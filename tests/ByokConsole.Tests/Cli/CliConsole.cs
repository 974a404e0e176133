using System.Text.Json.Nodes;
using ByokConsole.Tests.Sandbox;
using ByokConsole.Tests.Web;

namespace ByokConsole.Tests.Cli;

/// <summary>A real console over a sandbox in which little takes long, and <c>byok</c> that talks to it.</summary>
public sealed class CliConsole : IAsyncLifetime
{
    public const string Tenant = "0c5ff2e1-7f0e-4a86-9b8b-6a1d2f0d9e11";

    private RunningConsole? _console;

    public Uri Address => Console.Address;

    private RunningConsole Console => _console ?? throw new InvalidOperationException("The console has not been started.");

    public static string Vault(string name)
        => $"/subscriptions/6f1c2a9e-5c1b-4a0e-8e0d-0b8a6f1f2c11/resourceGroups/rg-streaming/providers/Microsoft.KeyVault/vaults/{name}";

    /// <summary>What registers a key of one of the seeded vaults.</summary>
    public static string[] KeyCreate(string vault, string key, params string[] more)
        => ["key", "create", $"https://{vault}.vault.azure.net/keys/{key}", "--key-vault", Vault(vault), "--tenant", Tenant, "--material-generated", .. more];

    public async ValueTask InitializeAsync()
    {
        _console = await RunningConsole.StartAsync();
        await ControlAsync(
            HttpMethod.Patch, "/settings", new JsonObject { ["propagationSeconds"] = 1, ["validationSeconds"] = 1, ["provisioningSeconds"] = 1 });
    }

    public ValueTask DisposeAsync() => _console?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <summary>Changes something of the sandbox.</summary>
    public async Task ControlAsync(HttpMethod method, string path, JsonObject body)
    {
        using var sandbox = CallSandbox();
        Assert.True((await sandbox.ControlAsync(method, path, body)).Status is >= 200 and < 300);
    }

    /// <summary>The clouds, past the console.</summary>
    public SandboxCaller CallSandbox() => new(SandboxEnvironment.FileIn(Console.DataFolder));

    public Task<CliResult> RunAsync(params string[] args) => ByokExecutable.RunAsync(args, ("BYOK_SERVER", Address.ToString()));

    public Task<CliResult> RunAtTerminalAsync(string typed, params string[] args)
        => ByokExecutable.RunAtTerminalAsync(typed, args, ("BYOK_SERVER", Address.ToString()));

    public System.Diagnostics.Process Start(params string[] args) => ByokExecutable.Start(args, ("BYOK_SERVER", Address.ToString()));
}
