using System.Net;
using System.Text.Json;
using ByokConsole.Core.Clouds;
using ByokConsole.Core.Ports;

namespace ByokConsole.Tests.Adapters.ConfluentCloud;

public sealed class ClusterRemovalTests : IDisposable
{
    private const string Address = "https://api.confluent.cloud/cmk/v2/clusters/lkc-1";
    private readonly CloudPorts _ports = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private IClusterRemoval Removal => _ports.Get<IClusterRemoval>();

    public void Dispose() => _ports.Dispose();

    [Fact]
    public async Task A_cluster_is_deleted_in_its_environment()
    {
        _ports.Cloud.On(HttpMethod.Delete, Address, _ => new HttpResponseMessage(HttpStatusCode.NoContent) { Headers = { { "X-Request-Id", "req-9" } } });

        var answer = await Removal.DeleteAsync("env-1", "lkc-1", Cancellation);

        Assert.Equal((true, "req-9"), (answer.Value, answer.RequestId));
        Assert.Equal("?environment=env-1", Assert.Single(_ports.Cloud.Seen).Uri.Query);
    }

    [Theory]
    [InlineData(404)]
    [InlineData(403)]
    public async Task A_cluster_that_is_not_there_is_not_taken_for_deleted_by_us(int status)
    {
        _ports.Cloud.On(HttpMethod.Delete, Address, (HttpStatusCode)status, """{"errors":[{"code":"forbidden_access","detail":"Forbidden Access"}]}""");

        Assert.False((await Removal.DeleteAsync("env-1", "lkc-1", Cancellation)).IsOk);
    }

    [Fact]
    public async Task A_protected_cluster_is_told_by_its_code()
    {
        _ports.Cloud.On(HttpMethod.Delete, Address, HttpStatusCode.Conflict, """{"errors":[{"code":"deletion_protection_enabled","detail":"Protected."}]}""");

        var fault = (await Removal.DeleteAsync("env-1", "lkc-1", Cancellation)).Fault!;

        Assert.Equal((FaultKind.Conflict, "deletion_protection_enabled", false), (fault.Kind, fault.Code, fault.OutcomeUnknown));
    }

    [Fact]
    public async Task A_deletion_whose_reply_is_lost_is_sent_once_and_its_outcome_is_unknown()
    {
        _ports.Cloud.On(HttpMethod.Delete, Address, ScriptedCloud.LoseReply);

        Assert.True((await Removal.DeleteAsync("env-1", "lkc-1", Cancellation)).Fault!.OutcomeUnknown);
        Assert.Single(_ports.Cloud.Seen);
    }

    [Fact]
    public async Task Protection_is_turned_off_and_nothing_else_is_changed()
    {
        _ports.Cloud.On(HttpMethod.Patch, Address, HttpStatusCode.OK, """
            {"id":"lkc-1","spec":{"display_name":"orders","deletion_protection":false,"environment":{"id":"env-1"}},"status":{"phase":"PROVISIONED"}}
            """);

        var answer = await Removal.UnprotectAsync("env-1", "lkc-1", Cancellation);

        Assert.False(answer.Value.DeletionProtection);
        using var body = JsonDocument.Parse(Assert.Single(_ports.Cloud.Seen).Body);
        using var expected = JsonDocument.Parse("""{"spec":{"environment":{"id":"env-1"},"deletion_protection":false}}""");
        Assert.True(JsonElement.DeepEquals(expected.RootElement, body.RootElement), body.RootElement.ToString());
    }

    [Fact]
    public async Task What_is_no_id_is_not_put_into_an_address()
    {
        Assert.False((await Removal.DeleteAsync("env-1", "../../byok/v1/keys/cck-1", Cancellation)).IsOk);
        Assert.Empty(_ports.Cloud.Seen);
    }
}
