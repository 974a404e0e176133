using System.Net;
using System.Text.Json;
using ByokConsole.Core.Identifiers;
using ByokConsole.Core.Vaults;

namespace ByokConsole.Tests.Adapters.AzureCloud;

public sealed class VaultKeysTests : IDisposable
{
    private static readonly KeyIdentifier Key = KeyIdentifier.Create("kv-orders-eus", "orders-cmk");
    private readonly CloudPorts _ports = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _ports.Dispose();

    [Fact]
    public async Task A_rotation_policy_is_set_in_key_vaults_own_shape()
    {
        _ports.Cloud.WithVault(
            _ => ScriptedCloud.Answer(HttpStatusCode.OK, """{"lifetimeActions":[{"trigger":{"timeAfterCreate":"P1Y"},"action":{"type":"Rotate"}}],"attributes":{}}"""),
            method: HttpMethod.Put);

        var answer = await _ports.Keys.SetRotationPolicyAsync(Key, KeyRotationPolicy.Yearly, Cancellation);

        Assert.Equal(KeyRotationPolicy.Yearly, answer.Value);
        var sent = _ports.Cloud.SeenAt(VaultScript.VaultHost).Last();
        Assert.Equal("/keys/orders-cmk/rotationpolicy", sent.Uri.AbsolutePath);
        Assert.Equal("""{"lifetimeActions":[{"trigger":{"timeAfterCreate":"P1Y"},"action":{"type":"Rotate"}}],"attributes":{}}""", sent.Body);
    }

    [Fact]
    public async Task A_key_is_read_with_its_size_state_and_the_vaults_time()
    {
        _ports.Cloud.WithVault(_ => ScriptedCloud.Answer(HttpStatusCode.OK, VaultScript.Key(), ("x-ms-request-id", "req-7")));

        var answer = await _ports.Keys.GetAsync(Key, Cancellation);

        Assert.True(answer.IsOk, answer.Fault?.Message);
        Assert.Equal(2048, answer.Value.KeySize);
        Assert.Equal("RSA", answer.Value.KeyType);
        Assert.Equal(VaultScript.KeyVersion, answer.Value.Id.Version);
        Assert.Equal(["wrapKey", "unwrapKey"], answer.Value.Operations);
        Assert.True(answer.Value.Attributes.PurgeProtected);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1790000000), answer.Value.Attributes.Created);
        Assert.Null(answer.Value.Attributes.Expires);
        Assert.Equal(new DateTimeOffset(2026, 11, 24, 10, 0, 0, TimeSpan.Zero), answer.CloudTime);
        Assert.Equal("req-7", answer.RequestId);
    }

    [Fact]
    public async Task The_first_request_goes_without_a_token_and_later_ones_carry_it_at_once()
    {
        _ports.Cloud.WithVault(_ => ScriptedCloud.Answer(HttpStatusCode.OK, VaultScript.Key()));

        await _ports.Keys.GetAsync(Key, Cancellation);
        await _ports.Keys.GetAsync(Key, Cancellation);

        var bearer = "Bearer " + CloudPorts.Token;
        Assert.Equal([null, bearer, bearer], _ports.Cloud.SeenAt(VaultScript.VaultHost).Select(request => request.Authorization));
        var token = Assert.Single(_ports.Cloud.SeenAt("login.microsoftonline.com"));
        Assert.Equal($"/{CloudPorts.Tenant}/oauth2/v2.0/token", token.Uri.AbsolutePath);
        Assert.Contains("scope=" + Uri.EscapeDataString("https://vault.azure.net/.default"), token.Body, StringComparison.OrdinalIgnoreCase);
        Assert.All(_ports.Cloud.SeenAt(VaultScript.VaultHost), request => Assert.Contains("api-version=7.6", request.Uri.Query, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_body_is_held_back_until_there_is_a_token()
    {
        _ports.Cloud.WithVault(_ => ScriptedCloud.Answer(HttpStatusCode.OK, VaultScript.Key("new-cmk")));

        var answer = await _ports.Keys.CreateRsaAsync("kv-orders-eus", "new-cmk", 3072, Cancellation);

        Assert.True(answer.IsOk, answer.Fault?.Message);
        var posts = _ports.Cloud.SeenAt(VaultScript.VaultHost).ToList();
        Assert.Equal(2, posts.Count);
        Assert.Equal("", posts[0].Body);
        Assert.Equal("/keys/new-cmk/create", posts[1].Uri.AbsolutePath);
        using var body = JsonDocument.Parse(posts[1].Body);
        Assert.Equal("RSA", body.RootElement.GetProperty("kty").GetString());
        Assert.Equal(3072, body.RootElement.GetProperty("key_size").GetInt32());
        Assert.Contains("unwrapKey", body.RootElement.GetProperty("key_ops").EnumerateArray().Select(op => op.GetString()));
    }

    [Fact]
    public async Task A_rotation_policy_is_read_whatever_the_case_of_its_words()
    {
        _ports.Cloud.WithVault(_ => ScriptedCloud.Answer(HttpStatusCode.OK, """
            {"id":"x","lifetimeActions":[{"trigger":{"timeBeforeExpiry":"P30D"},"action":{"type":"Notify"}},
             {"trigger":{"timeAfterCreate":"P18M"},"action":{"type":"rotate"}}],"attributes":{"expiryTime":"P2Y"}}
            """));

        var answer = await _ports.Keys.GetRotationPolicyAsync(Key, Cancellation);

        Assert.True(answer.Value.RotatesAutomatically);
        Assert.Equal(("P18M", null, "P2Y"), (answer.Value.RotateAfterCreate, answer.Value.RotateBeforeExpiry, answer.Value.ExpiryTime));
    }
}
