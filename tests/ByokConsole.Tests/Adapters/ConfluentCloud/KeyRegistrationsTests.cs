using System.Net;
using System.Text;
using System.Text.Json;
using ByokConsole.Core.Clouds;
using ByokConsole.Core.Identifiers;
using static ByokConsole.Tests.Adapters.ConfluentCloud.RegistrationScript;

namespace ByokConsole.Tests.Adapters.ConfluentCloud;

public sealed class KeyRegistrationsTests : IDisposable
{
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
}
