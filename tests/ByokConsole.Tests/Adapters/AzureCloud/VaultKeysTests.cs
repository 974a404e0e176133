using System.Net;
using System.Text.Json;
using ByokConsole.Core.Clouds;
using ByokConsole.Core.Identifiers;
using ByokConsole.Core.Ports;

namespace ByokConsole.Tests.Adapters.AzureCloud;

public sealed class VaultKeysTests : IDisposable
{
    private static readonly KeyIdentifier Key = KeyIdentifier.Create("kv-orders-eus", "orders-cmk");
    private readonly CloudPorts _ports = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _ports.Dispose();

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

    [Theory]
    [InlineData(403, "Forbidden", "ForbiddenByRbac", FaultKind.ForbiddenByRbac)]
    [InlineData(403, "Forbidden", "ForbiddenByPolicy", FaultKind.ForbiddenByPolicy)]
    [InlineData(403, "Forbidden", "AccessDenied", FaultKind.ForbiddenByPolicy)]
    [InlineData(403, "Forbidden", "ForbiddenByFirewall", FaultKind.ForbiddenByFirewall)]
    [InlineData(403, "Forbidden", "ForbiddenByConnection", FaultKind.ForbiddenByFirewall)]
    [InlineData(403, "Forbidden", "KeyDisabled", FaultKind.KeyDisabled)]
    [InlineData(403, "Forbidden", "KeyOperationForbidden", FaultKind.KeyOperationForbidden)]
    [InlineData(403, "Forbidden", "SomethingNew", FaultKind.Forbidden)]
    [InlineData(403, "Forbidden", null, FaultKind.Forbidden)]
    [InlineData(404, "KeyNotFound", null, FaultKind.NotFound)]
    [InlineData(409, "Conflict", "ObjectIsDeletedButRecoverable", FaultKind.Conflict)]
    [InlineData(400, "BadParameter", null, FaultKind.Invalid)]
    [InlineData(429, "Throttled", null, FaultKind.Throttled)]
    [InlineData(500, "InternalServerError", null, FaultKind.CloudError)]
    [InlineData(302, "Found", null, FaultKind.Malformed)]
    public async Task Refusals_are_told_apart_by_the_inner_code(int status, string code, string? inner, FaultKind kind)
    {
        _ports.Cloud.WithVault(_ => ScriptedCloud.Answer(
            (HttpStatusCode)status, VaultScript.Error(code, inner), ("x-ms-request-id", "req-9"), ("Retry-After", "17")));

        var fault = (await _ports.Once<IVaultKeys>().GetAsync(Key, Cancellation)).Fault;

        Assert.NotNull(fault);
        Assert.Equal((CloudService.KeyVault, kind), (fault.Service, fault.Kind));
        Assert.Equal(((int?)status, inner ?? code, "req-9"), (fault.Status, fault.Code, fault.RequestId));
        Assert.Equal(TimeSpan.FromSeconds(17), fault.RetryAfter);
        Assert.False(fault.OutcomeUnknown);
        Assert.Contains("orders-cmk", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Purge_protection_is_told_by_its_message_because_it_has_no_inner_code()
    {
        _ports.Cloud.WithVault(_ => ScriptedCloud.Answer(
            HttpStatusCode.Forbidden, VaultScript.Error("Forbidden", message: "Operation purge is not allowed because purge protection is enabled.")));

        var fault = (await _ports.Keys.GetAsync(Key, Cancellation)).Fault;

        Assert.Equal(FaultKind.PurgeProtected, fault?.Kind);
    }

    [Theory]
    [InlineData("<html><body>502 from a proxy</body></html>")]
    [InlineData("""{"key":{"kid":""")]
    [InlineData("""{"key":{}}""")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("")]
    [InlineData("""{"key":{"kid":"https://evil.example/keys/a/0123456789abcdef0123456789abcdef","kty":"RSA"}}""")]
    public async Task An_answer_that_is_no_key_is_malformed(string body)
    {
        _ports.Cloud.WithVault(_ => ScriptedCloud.Answer(HttpStatusCode.OK, body));

        var fault = (await _ports.Keys.GetAsync(Key, Cancellation)).Fault;

        Assert.Equal(FaultKind.Malformed, fault?.Kind);
    }

    [Fact]
    public async Task A_post_whose_reply_is_lost_is_sent_once_and_its_outcome_is_unknown()
    {
        _ports.Cloud.WithVault(ScriptedCloud.LoseReply);

        var fault = (await _ports.Keys.CreateRsaAsync("kv-orders-eus", "new-cmk", 2048, Cancellation)).Fault;

        Assert.Equal(FaultKind.Unreachable, fault?.Kind);
        Assert.True(fault?.OutcomeUnknown);
        Assert.Single(_ports.Cloud.Seen, request => request.Uri.Host == VaultScript.VaultHost && request.Authorization is not null);
    }

    [Fact]
    public async Task A_post_answered_with_500_is_sent_once_and_its_outcome_is_unknown()
    {
        _ports.Cloud.WithVault(_ => ScriptedCloud.Answer(HttpStatusCode.InternalServerError, "odd"));

        var fault = (await _ports.Keys.CreateRsaAsync("kv-orders-eus", "new-cmk", 2048, Cancellation)).Fault;

        Assert.Equal((FaultKind.CloudError, true), (fault?.Kind, fault?.OutcomeUnknown));
        Assert.Single(_ports.Cloud.Seen, request => request.Uri.Host == VaultScript.VaultHost && request.Authorization is not null);
    }

    [Fact]
    public async Task A_get_whose_reply_is_lost_is_sent_again()
    {
        var losses = 1;
        _ports.Cloud.WithVault(request => losses-- > 0 ? ScriptedCloud.LoseReply(request) : ScriptedCloud.Answer(HttpStatusCode.OK, VaultScript.Key()));

        var answer = await _ports.Keys.GetAsync(Key, Cancellation);

        Assert.True(answer.IsOk, answer.Fault?.Message);
        Assert.Equal(2, _ports.Cloud.Seen.Count(request => request.Uri.Host == VaultScript.VaultHost && request.Authorization is not null));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_check_asks_once(bool lost)
    {
        _ports.Cloud.WithVault(request => lost ? ScriptedCloud.LoseReply(request) : ScriptedCloud.Answer(HttpStatusCode.ServiceUnavailable, ""));

        var fault = (await _ports.Once<IVaultKeys>().GetAsync(Key, Cancellation)).Fault;

        Assert.Equal(lost ? FaultKind.Unreachable : FaultKind.CloudError, fault?.Kind);
        Assert.Single(_ports.Cloud.Seen, request => request.Uri.Host == VaultScript.VaultHost && request.Authorization is not null);
    }

    [Fact]
    public async Task An_unknown_vault_is_a_finding_at_once()
    {
        _ports.Cloud.On(HttpMethod.Get, VaultScript.Vault, _ => throw new HttpRequestException(HttpRequestError.NameResolutionError, "no such host"));

        var fault = (await _ports.Keys.GetAsync(Key, Cancellation)).Fault;

        Assert.Equal((FaultKind.Unreachable, false), (fault?.Kind, fault?.OutcomeUnknown));
        Assert.Contains("no such host", fault?.Message, StringComparison.Ordinal);
        Assert.Single(_ports.Cloud.Seen);
    }

    [Fact]
    public async Task Lists_are_followed_page_by_page_and_versions_come_newest_first()
    {
        _ports.Cloud.WithVault(request => ScriptedCloud.Answer(HttpStatusCode.OK, request.Uri.Query.Contains("skip", StringComparison.Ordinal)
            ? Page(new string('2', 32), 1790000200, null)
            : Page(new string('1', 32), 1790000100, $"{VaultScript.Vault}/keys/orders-cmk/versions?api-version=7.6&$skiptoken=next")));

        var answer = await _ports.Keys.ListVersionsAsync(Key, Cancellation);

        Assert.True(answer.IsOk, answer.Fault?.Message);
        Assert.Equal([new string('2', 32), new string('1', 32)], answer.Value.Select(item => item.Id.Version));
    }

    [Theory]
    [InlineData("https://evil.example/keys")]
    [InlineData("http://kv-orders-eus.vault.azure.net/keys")]
    [InlineData("https://kv-orders-eus.vault.azure.net:8443/keys")]
    [InlineData("https://user@kv-orders-eus.vault.azure.net/keys")]
    [InlineData("https://kv-other.vault.azure.net/keys")]
    [InlineData("/keys?page=2")]
    public async Task A_next_page_elsewhere_is_not_asked_for(string next)
    {
        _ports.Cloud.WithVault(_ => ScriptedCloud.Answer(HttpStatusCode.OK, Page(VaultScript.KeyVersion, 1, next)));

        var fault = (await _ports.Keys.ListAsync("kv-orders-eus", Cancellation)).Fault;

        Assert.Equal(FaultKind.Malformed, fault?.Kind);
        Assert.Equal(2, _ports.Cloud.Seen.Count(request => request.Uri.Host != "login.microsoftonline.com"));
    }

    [Fact]
    public async Task A_list_that_never_ends_is_given_up()
    {
        _ports.Cloud.WithVault(_ => ScriptedCloud.Answer(HttpStatusCode.OK, Page(VaultScript.KeyVersion, 1, $"{VaultScript.Vault}/keys?again")));

        var fault = (await _ports.Keys.ListAsync("kv-orders-eus", Cancellation)).Fault;

        Assert.Equal(FaultKind.Malformed, fault?.Kind);
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

    private static string Page(string version, long created, string? next)
        => $$$"""
            {"value":[{"kid":"{{{VaultScript.Vault}}}/keys/orders-cmk/{{{version}}}","attributes":{"enabled":true,"created":{{{created}}}}}],
             "nextLink":{{{(next is null ? "null" : $"\"{next}\"")}}}}
            """;
}
