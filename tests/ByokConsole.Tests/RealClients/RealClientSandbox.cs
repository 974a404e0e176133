using System.Text.Json.Nodes;
using ByokConsole.Tests.Sandbox;

namespace ByokConsole.Tests.RealClients;

/// <summary>The sandbox that all real clients share. Nobody puts its world back between tests: each makes what it needs under a name of its own.</summary>
public sealed class RealClientSandbox : SeededSandbox
{
    public const string Name = "Real clients of the sandbox";

    private readonly Lazy<Task<JsonNode>> _signedIn;

    public RealClientSandbox() => _signedIn = new(SignInAsync);

    /// <summary>az, signed in as a person does; what it said to that. Once for all tests.</summary>
    public Task<JsonNode> SignedInAsync() => _signedIn.Value;

    private async Task<JsonNode> SignInAsync()
    {
        await AzureCli.NeedAsync();
        return (await Shell.RunAsync(
            Server.EnvFile, """az login --service-principal -u "$AZURE_CLIENT_ID" -p "$AZURE_CLIENT_SECRET" --tenant "$AZURE_TENANT_ID" """)).Json;
    }
}

/// <summary>The classes that share it run one after another.</summary>
[CollectionDefinition(RealClientSandbox.Name)]
public sealed class RealClientSandboxTests : ICollectionFixture<RealClientSandbox>;
