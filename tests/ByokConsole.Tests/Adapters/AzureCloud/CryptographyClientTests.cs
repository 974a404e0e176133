using System.Net;
using System.Text.Json;
using Azure;
using ByokConsole.Adapters.AzureCloud;
using ByokConsole.Core.Identifiers;

namespace ByokConsole.Tests.Adapters.AzureCloud;

public sealed class CryptographyClientTests : IDisposable
{
    private static readonly Uri Vault = new(VaultScript.Vault);
    private static readonly KeyIdentifier Key = KeyIdentifier.Create("kv-orders-eus", "orders-cmk");
    private readonly CloudPorts _ports = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _ports.Dispose();

    [Fact]
    public async Task Wrapping_and_unwrapping_always_ask_the_vault()
    {
        _ports.Cloud.WithVault(request => ScriptedCloud.Answer(
            HttpStatusCode.OK, $$"""{"kid":"{{Key}}/{{VaultScript.KeyVersion}}","value":"{{(request.Uri.AbsolutePath.EndsWith("/wrapkey", StringComparison.Ordinal) ? "_-8" : "AQI")}}"}"""));
        var client = Client();

        var wrapped = await client.WrapKeyAsync("RSA-OAEP-256", new byte[] { 1, 2 }, Cancellation);
        var unwrapped = await client.UnwrapKeyAsync("RSA-OAEP-256", wrapped.Value, Cancellation);

        Assert.Equal([0xFF, 0xEF], wrapped.Value);
        Assert.Equal([1, 2], unwrapped.Value);
        var posts = _ports.Cloud.SeenAt(VaultScript.VaultHost).Where(request => request.Authorization is not null).ToList();
        Assert.Equal(["/keys/orders-cmk/wrapkey", "/keys/orders-cmk/unwrapkey"], posts.Select(post => post.Uri.AbsolutePath));
        using var body = JsonDocument.Parse(posts[1].Body);
        Assert.Equal(("RSA-OAEP-256", "_-8"), (body.RootElement.GetProperty("alg").GetString(), body.RootElement.GetProperty("value").GetString()));
    }

    [Fact]
    public async Task A_refusal_keeps_its_status()
    {
        _ports.Cloud.WithVault(_ => ScriptedCloud.Answer(HttpStatusCode.Forbidden, VaultScript.Error("Forbidden", "KeyDisabled")));

        var refused = await Assert.ThrowsAsync<RequestFailedException>(() => Client().UnwrapKeyAsync("RSA-OAEP", new byte[] { 1 }, Cancellation));

        Assert.Equal(403, refused.Status);
    }

    private CryptographyClient Client()
    {
        var clients = new AzureClients(
            _ports.Get<ByokConsole.Adapters.CloudTransport>(), CloudPorts.Connection, _ports.Get<Azure.Core.TokenCredential>(), 0);
        return new KeyClient(Vault, clients.CreateVaultPipeline(new VaultTenants())).GetCryptographyClient(Key);
    }
}
