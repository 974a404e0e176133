using System.Text.Json.Nodes;
using ByokConsole.Core.Shell;
using ByokConsole.Tests.RealClients.Matrix;

namespace ByokConsole.Tests.RealClients;

/// <summary>
/// <c>Azure.Identity</c> and <c>Azure.ResourceManager</c> in a program that gives them no transport and no address: what the console's own adapters do by
/// a handler of theirs, the variables alone do here.
/// </summary>
[Trait(Category, RealClients)]
[Collection(RealClientSandbox.Name)]
public sealed class DotNetClientTests(RealClientSandbox sandbox) : RealClientTests(sandbox)
{
    private static readonly string Program = Path.Combine(
        Repository.Root, "tests", "ByokConsole.DotNetClient", "bin",
        AppContext.BaseDirectory.Contains($"{Path.DirectorySeparatorChar}Release{Path.DirectorySeparatorChar}", StringComparison.Ordinal) ? "Release" : "Debug",
        "net10.0", "ByokConsole.DotNetClient.dll");

    [Fact]
    [Operation(Operations.SignIn, Client.DotNet)]
    public async Task The_default_credential_gets_a_token()
    {
        var said = await TellAsync("token");

        Assert.Equal("Bearer", (string?)said["type"]);
        Assert.InRange((int)said["lastsMinutes"]!, 55, 60);
    }

    [Fact]
    [Operation(Operations.WrongSecret, Client.DotNet)]
    public async Task A_wrong_secret_is_told_by_entras_number()
        => Assert.Contains("AADSTS7000215", (string?)(await TellAsync("token", "AZURE_CLIENT_SECRET=wrong"))["refused"], StringComparison.Ordinal);

    [Fact]
    [Operation(Operations.Subscriptions, Client.DotNet)]
    public async Task The_subscription_and_its_groups_are_found()
        => Assert.Equal(
            $$"""{"id":"{{Subscription}}","name":"Streaming","groups":["rg-streaming","rg-security"]}""", (await TellAsync("subscription")).ToJsonString());

    [Fact]
    [Operation(Operations.Vaults, Client.DotNet)]
    [Operation(Operations.NoVault, Client.DotNet)]
    public async Task Vaults_are_listed_and_got_as_resources_of_a_type_that_the_library_does_not_know()
    {
        var names = (await TellAsync("vaults")).AsArray().Select(name => (string?)name);
        var vault = await TellAsync($"vault {VaultId}");
        var none = await TellAsync($"vault {Cloud.VaultId("kv-nobody-made")}");

        Assert.Contains(Vault, names);
        Assert.Equal((Vault, "eastus"), ((string?)vault["name"], (string?)vault["location"]));
        Assert.Equal($"https://{Vault}.vault.azure.net/", (string?)vault["properties"]!["vaultUri"]);
        Assert.Equal((404, "ResourceNotFound"), ((int)none["status"]!, (string?)none["code"]));
    }

    [Fact]
    [Operation(Operations.MakeVault, Client.DotNet)]
    public async Task A_vault_is_changed()
    {
        var value = NameOf("value");

        var changed = await TellAsync($"tag {Cloud.VaultId("kv-orders-neu")} team {value}");
        var read = await TellAsync($"vault {Cloud.VaultId("kv-orders-neu")}");

        Assert.Equal((value, value), ((string?)changed["tags"]!["team"], (string?)read["tags"]!["team"]));
        Assert.True((bool)read["properties"]!["enablePurgeProtection"]!);
    }

    [Fact]
    [Operation(Operations.MakeKey, Client.DotNet, Differs = "Reading alone: the library for keys is not among the console's; its pipeline is.")]
    [Operation(Operations.Refused, Client.DotNet)]
    public async Task A_key_is_read_and_a_firewall_refuses()
    {
        var key = await TellAsync($"key https://{Vault}.vault.azure.net/keys/orders-cmk?api-version=7.6");
        var walled = await TellAsync("key https://kv-walled-eus.vault.azure.net/keys/orders-cmk?api-version=7.6");

        Assert.Equal("RSA", (string?)key["key"]!["kty"]);
        Assert.Equal((403, "Forbidden"), ((int)walled["status"]!, (string?)walled["code"]));
    }

    private async Task<JsonNode> TellAsync(string arguments, string setting = "")
    {
        if (!Shell.IsThere)
            Missing.Skip("The tests with Microsoft's .NET libraries need Linux: elsewhere they take no authority from the environment.");
        var words = arguments.Split(' ').Select(ShellText.Quote);
        return (await RunAsync($"{setting} dotnet exec {ShellText.Quote(Program)} {string.Join(' ', words)}")).Json;
    }
}
