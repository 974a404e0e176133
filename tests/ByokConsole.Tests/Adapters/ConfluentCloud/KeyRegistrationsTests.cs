using System.Net;
using System.Text;
using System.Text.Json;
using ByokConsole.Core.Clouds;
using ByokConsole.Core.Confluent;
using ByokConsole.Core.Identifiers;
using ByokConsole.Core.Ports;

namespace ByokConsole.Tests.Adapters.ConfluentCloud;

public sealed class KeyRegistrationsTests : IDisposable
{
    private const string Keys = "https://api.confluent.cloud/byok/v1/keys";
    private const string KeyId = "https://kv-orders-eus.vault.azure.net/keys/orders-cmk";
    private const string VaultId =
        "/subscriptions/6f1c2a9e-5c1b-4a0e-8e0d-0b8a6f1f2c11/resourceGroups/rg-streaming/providers/Microsoft.KeyVault/vaults/kv-orders-eus";

    private static readonly NewKeyRegistration New = new(
        KeyIdentifier.Parse(KeyId + "/0123456789abcdef0123456789abcdef"), VaultResourceId.Parse(VaultId), CloudPorts.Tenant, "orders");

    private readonly CloudPorts _ports = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _ports.Dispose();

    [Fact]
    public async Task A_key_is_registered_by_its_identifier_without_version()
    {
        _ports.Cloud.On(HttpMethod.Post, Keys, HttpStatusCode.Created, Registration("cck-1"));

        var answer = await _ports.Registrations.CreateAsync(New, Cancellation);

        Assert.True(answer.IsOk, answer.Fault?.Message);
        Assert.Equal("cck-1", answer.Value.Id);
        var request = Assert.Single(_ports.Cloud.Seen);
        Assert.Equal("Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes("APIKEY1:" + CloudPorts.ApiSecret)), request.Authorization);
        using var body = JsonDocument.Parse(request.Body);
        Assert.Equal("orders", body.RootElement.GetProperty("display_name").GetString());
        var key = body.RootElement.GetProperty("key");
        Assert.Equal("AzureKey", key.GetProperty("kind").GetString());
        Assert.Equal(KeyId, key.GetProperty("key_id").GetString());
        Assert.Equal(VaultId, key.GetProperty("key_vault_id").GetString());
        Assert.Equal(CloudPorts.Tenant, key.GetProperty("tenant_id").GetGuid());
        Assert.False(key.TryGetProperty("application_id", out _));
    }

    [Fact]
    public async Task A_registration_is_read_with_the_clouds_time_and_request_id()
    {
        _ports.Cloud.On(HttpMethod.Get, Keys + "/cck-1", _ => ScriptedCloud.Answer(HttpStatusCode.OK, Registration("cck-1"), ("X-Request-Id", "req-1")));

        var answer = await _ports.Registrations.GetAsync("cck-1", Cancellation);

        var registration = answer.Value;
        Assert.Equal(KeyIdentifier.Parse(KeyId), registration.Key);
        Assert.Equal(VaultResourceId.Parse(VaultId), registration.Vault);
        Assert.Equal(CloudPorts.Tenant, registration.TenantId);
        Assert.Equal(Guid.Parse("11111111-0000-4000-8000-000000000001"), registration.ApplicationId);
        Assert.True(registration.IsValid);
        Assert.True(registration.IsAvailable);
        Assert.Equal("eastus", registration.Validation?.Region);
        Assert.Equal(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero), registration.CreatedAt);
        Assert.Equal((new DateTimeOffset(2026, 11, 24, 10, 0, 0, TimeSpan.Zero), "req-1"), (answer.CloudTime, answer.RequestId));
    }

    [Fact]
    public async Task Unknown_words_survive_and_an_old_registration_has_no_validation()
    {
        _ports.Cloud.On(HttpMethod.Get, Keys, HttpStatusCode.OK, """
            {"api_version":"byok/v1","kind":"KeyList","metadata":{},"data":[
             {"id":"cck-a","key":{"kind":"AwsKey","key_arn":"arn:aws:kms:x","roles":["r"]},"provider":"AWS","state":"AVAILABLE"},
             {"id":"cck-b","key":{"kind":"AzureKey","key_id":"not a key","key_vault_id":"?","tenant_id":"?"},"provider":"AZURE","state":"RESTING",
              "validation":{"phase":"DREAMING","since":"2026-11-24T09:00:00Z","something":{"new":1}},"new_field":[]}]}
            """);

        var rows = (await _ports.Registrations.ListAsync(Cancellation)).Value;

        Assert.Equal(["cck-a", "cck-b"], rows.Select(row => row.Id));
        Assert.Equal(("arn:aws:kms:x", null, null), (rows[0].KeyText, rows[0].Key, rows[0].Validation));
        Assert.Equal(("not a key", "RESTING", "DREAMING"), (rows[1].KeyText, rows[1].State, rows[1].Validation?.Phase));
        Assert.False(rows[1].IsValid);
    }

    [Fact]
    public async Task Pages_are_followed_by_their_token_alone_and_never_to_another_host()
    {
        _ports.Cloud.On(HttpMethod.Get, Keys, request => ScriptedCloud.Answer(HttpStatusCode.OK, request.Uri.Query.Contains("page_token", StringComparison.Ordinal)
            ? List("", Registration("cck-2", "2026-11-24T09:30:00Z"))
            : List("https://evil.example/byok/v1/keys?page_token=a%26b&page_size=1", Registration("cck-1"))));

        var answer = await _ports.Registrations.ListAsync(Cancellation);

        Assert.True(answer.IsOk, answer.Fault?.Message);
        Assert.Equal(["cck-2", "cck-1"], answer.Value.Select(row => row.Id));
        Assert.Equal(
            [$"{Keys}?page_size=100", $"{Keys}?page_size=100&page_token=a%26b"], _ports.Cloud.Seen.Select(request => request.Uri.AbsoluteUri));
    }

    [Fact]
    public async Task A_list_that_never_ends_is_given_up()
    {
        _ports.Cloud.On(HttpMethod.Get, Keys, HttpStatusCode.OK, List("https://api.confluent.cloud/byok/v1/keys?page_token=again", Registration("cck-1")));

        Assert.Equal(FaultKind.Malformed, (await _ports.Registrations.ListAsync(Cancellation)).Fault?.Kind);
        Assert.Equal(200, _ports.Cloud.Seen.Count);
    }

    [Fact]
    public async Task A_next_link_without_a_token_is_malformed_rather_than_the_end()
    {
        _ports.Cloud.On(HttpMethod.Get, Keys, HttpStatusCode.OK, List("https://api.confluent.cloud/byok/v1/keys", Registration("cck-1")));

        Assert.Equal(FaultKind.Malformed, (await _ports.Registrations.ListAsync(Cancellation)).Fault?.Kind);
    }

    [Fact]
    public async Task Deleting_what_is_gone_already_is_done()
    {
        _ports.Cloud
            .On(HttpMethod.Delete, Keys + "/cck-1", HttpStatusCode.NoContent, "")
            .On(HttpMethod.Delete, Keys + "/cck-2", HttpStatusCode.NotFound, """{"errors":[{"status":"404","title":"Not Found"}]}""")
            .On(HttpMethod.Delete, Keys + "/cck-3", HttpStatusCode.Conflict, """{"errors":[{"status":"409","detail":"The key is in use."}]}""")
            .On(HttpMethod.Delete, Keys + "/cck-4", HttpStatusCode.Forbidden, """{"errors":[{"code":"forbidden_access","detail":"Forbidden Access"}]}""");

        Assert.True((await _ports.Registrations.DeleteAsync("cck-1", Cancellation)).Value);
        Assert.True((await _ports.Registrations.DeleteAsync("cck-2", Cancellation)).Value);
        Assert.Equal(FaultKind.Conflict, (await _ports.Registrations.DeleteAsync("cck-3", Cancellation)).Fault?.Kind);
        Assert.Equal(FaultKind.Forbidden, (await _ports.Registrations.DeleteAsync("cck-4", Cancellation)).Fault?.Kind);
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("../../org/v2/environments")]
    [InlineData("cck-1?x=y")]
    [InlineData("cck-1#")]
    [InlineData("cck 1")]
    public async Task An_id_that_can_be_none_is_not_found_without_asking(string id)
    {
        Assert.Equal(FaultKind.NotFound, (await _ports.Registrations.GetAsync(id, Cancellation)).Fault?.Kind);
        Assert.Empty(_ports.Cloud.Seen);
    }

    [Fact]
    public async Task A_post_whose_reply_is_lost_is_sent_once_and_its_outcome_is_unknown()
    {
        _ports.Cloud.On(HttpMethod.Post, Keys, ScriptedCloud.LoseReply);

        var fault = (await _ports.Registrations.CreateAsync(New, Cancellation)).Fault;

        Assert.Equal((FaultKind.Unreachable, true), (fault?.Kind, fault?.OutcomeUnknown));
        Assert.Single(_ports.Cloud.Seen);
    }

    [Theory]
    [InlineData(429, false)]
    [InlineData(500, true)]
    [InlineData(503, true)]
    [InlineData(200, true)]
    [InlineData(201, true)]
    public async Task A_post_without_a_clear_answer_is_sent_once(int status, bool outcomeUnknown)
    {
        _ports.Cloud.On(HttpMethod.Post, Keys, (HttpStatusCode)status, "<html>");

        var fault = (await _ports.Registrations.CreateAsync(New, Cancellation)).Fault;

        Assert.Equal(outcomeUnknown, fault?.OutcomeUnknown);
        Assert.Single(_ports.Cloud.Seen);
    }

    [Fact]
    public async Task A_post_that_never_arrived_leaves_nothing_open()
    {
        _ports.Cloud.On(HttpMethod.Post, Keys, _ => throw new HttpRequestException(HttpRequestError.ConnectionError, "refused"));

        var fault = (await _ports.Registrations.CreateAsync(New, Cancellation)).Fault;

        Assert.Equal((FaultKind.Unreachable, false), (fault?.Kind, fault?.OutcomeUnknown));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_get_that_fails_in_passing_is_sent_again(bool lost)
    {
        var failures = 1;
        _ports.Cloud.On(HttpMethod.Get, Keys, request => failures-- <= 0 ? ScriptedCloud.Answer(HttpStatusCode.OK, Registration("cck-1"))
            : lost ? ScriptedCloud.LoseReply(request)
            : ScriptedCloud.Answer(HttpStatusCode.BadGateway, "<html>"));

        Assert.True((await _ports.Registrations.GetAsync("cck-1", Cancellation)).IsOk);
        Assert.Equal(2, _ports.Cloud.Seen.Count);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_check_asks_once(bool lost)
    {
        _ports.Cloud.On(HttpMethod.Get, Keys, request => lost ? ScriptedCloud.LoseReply(request) : ScriptedCloud.Answer(HttpStatusCode.BadGateway, ""));

        Assert.False((await _ports.Once<IKeyRegistrations>().GetAsync("cck-1", Cancellation)).IsOk);
        Assert.Single(_ports.Cloud.Seen);
    }

    [Theory]
    [InlineData("Retry-After", "40", 40)]
    [InlineData("X-RateLimit-Reset", "41", 41)]
    [InlineData("Retry-After", "Tue, 24 Nov 2026 10:00:42 GMT", 42)]
    public async Task A_long_wait_is_told_and_not_sat_through(string header, string value, int seconds)
    {
        _ports.Cloud.On(HttpMethod.Get, Keys, _ => ScriptedCloud.Answer(HttpStatusCode.TooManyRequests, "", (header, value)));

        var fault = (await _ports.Registrations.GetAsync("cck-1", Cancellation)).Fault;

        Assert.Equal((FaultKind.Throttled, TimeSpan.FromSeconds(seconds)), (fault?.Kind, fault?.RetryAfter));
        Assert.Single(_ports.Cloud.Seen);
    }

    private static string Registration(string id, string created = "2026-11-24T09:00:00Z")
        => $$$"""
            {"api_version":"byok/v1","kind":"Key","id":"{{{id}}}","metadata":{"self":"x","created_at":"{{{created}}}"},
             "key":{"kind":"AzureKey","key_id":"{{{KeyId}}}","key_vault_id":"{{{VaultId}}}","tenant_id":"{{{CloudPorts.Tenant}}}",
                    "application_id":"11111111-0000-4000-8000-000000000001"},
             "provider":"Azure","state":"AVAILABLE","validation":{"phase":"VALID","since":"2026-11-24T09:00:00Z","region":"eastus"}}
            """;

    private static string List(string next, params string[] rows)
        => $$$"""{"api_version":"byok/v1","kind":"KeyList","metadata":{"next":"{{{next}}}"},"data":[{{{string.Join(',', rows)}}}]}""";
}
