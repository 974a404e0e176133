using System.Net;
using ByokConsole.Core.Clouds;
using ByokConsole.Core.Confluent;
using ByokConsole.Core.Ports;
using Microsoft.Extensions.DependencyInjection;

namespace ByokConsole.Tests.Adapters.ConfluentCloud;

public sealed class ConfluentRefusalsTests : IDisposable
{
    private const string Clusters = "https://api.confluent.cloud/cmk/v2/clusters";

    private readonly CloudPorts _ports = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _ports.Dispose();

    [Theory]
    [InlineData(400, "invalid_filter", FaultKind.Invalid)]
    [InlineData(400, "quota_exceeded", FaultKind.QuotaExceeded)]
    [InlineData(401, "user_unauthenticated", FaultKind.Unauthenticated)]
    [InlineData(402, "anything", FaultKind.QuotaExceeded)]
    [InlineData(403, "user_unauthorized", FaultKind.Forbidden)]
    [InlineData(403, "forbidden_access", FaultKind.NotFound)]
    [InlineData(404, "not_found", FaultKind.NotFound)]
    [InlineData(409, "resource_already_exists", FaultKind.AlreadyExists)]
    [InlineData(409, "deletion_protection_enabled", FaultKind.Conflict)]
    [InlineData(422, "invalid_configuration", FaultKind.Invalid)]
    [InlineData(418, "teapot", FaultKind.Invalid)]
    [InlineData(429, "slow_down", FaultKind.Throttled)]
    [InlineData(500, "oops", FaultKind.CloudError)]
    [InlineData(301, "moved", FaultKind.Malformed)]
    public async Task Statuses_and_codes_have_their_kinds(int status, string code, FaultKind kind)
    {
        _ports.Cloud.On(HttpMethod.Get, Clusters, _ => ScriptedCloud.Answer(
            (HttpStatusCode)status, $$"""{"errors":[{"status":"{{status}}","code":"{{code}}","detail":"Because."}]}""", ("X-Request-Id", "req-2")));

        var answer = await _ports.Once<IKafkaClusters>().GetAsync("env-1", "lkc-1", Cancellation);

        var fault = answer.Fault;
        Assert.Equal((CloudService.ConfluentCloud, kind, (int?)status, code), (fault?.Service, fault?.Kind, fault?.Status, fault?.Code));
        Assert.Equal("req-2", fault?.RequestId);
        Assert.NotNull(answer.CloudTime);
        Assert.Contains("lkc-1", fault?.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(404, "not_found", "env-2", FaultKind.NotFound)]
    [InlineData(403, "forbidden_access", "env-1", FaultKind.NotFound)]
    [InlineData(403, "user_unauthorized", "env-2", FaultKind.NotFound)]
    [InlineData(403, "user_unauthorized", "env-1", FaultKind.Forbidden)]
    public async Task A_list_in_an_environment_that_is_not_there_says_so_whichever_way_it_is_refused(int status, string code, string seen, FaultKind kind)
    {
        _ports.Cloud
            .On(HttpMethod.Get, Clusters, (HttpStatusCode)status, $$"""{"errors":[{"code":"{{code}}","detail":"Because."}]}""")
            .On(HttpMethod.Get, "https://api.confluent.cloud/org/v2/environments", HttpStatusCode.OK, $$"""{"data":[{"id":"{{seen}}","display_name":"one"}]}""");

        var fault = (await _ports.Clusters.ListAsync("env-1", Cancellation)).Fault;

        Assert.Equal((kind, (int?)status, code), (fault?.Kind, fault?.Status, fault?.Code));
        Assert.Contains("list the clusters of environment env-1", fault?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_403_that_speaks_of_the_api_key_is_a_refused_credential()
    {
        _ports.Cloud.On(HttpMethod.Get, Clusters, HttpStatusCode.Forbidden, """{"errors":[{"code":"forbidden_access","detail":"invalid API key: make sure you use a Cloud API Key"}]}""");

        Assert.Equal(FaultKind.Unauthenticated, (await _ports.Clusters.GetAsync("env-1", "lkc-1", Cancellation)).Fault?.Kind);
    }

    [Theory]
    [InlineData("""{"errors":[{"detail":"One.","source":{"pointer":"/spec/config/cku"}},{"title":"Two."}]}""", "One.")]
    [InlineData("""{"message":"One."}""", "One.")]
    [InlineData("""{"error":{"code":"X","message":"One."}}""", "One.")]
    [InlineData("""{"errors":[{"status":422,"detail":"One.","source":"odd"}]}""", "One.")]
    public async Task All_shapes_of_error_bodies_are_understood(string body, string words)
    {
        _ports.Cloud.On(HttpMethod.Post, Clusters, (HttpStatusCode)422, body);

        var fault = (await CreateAsync()).Fault;

        Assert.Equal(FaultKind.Invalid, fault?.Kind);
        Assert.Contains(words, fault?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_entry_keeps_its_pointer_and_code()
    {
        _ports.Cloud.On(HttpMethod.Post, Clusters, (HttpStatusCode)422, """
            {"errors":[{"code":"invalid_configuration","detail":"Too few.","source":{"pointer":"/spec/config/cku"}},
                       {"code":"invalid_filter","detail":"No such.","source":{"parameter":"environment"}}, 7]}
            """);

        var fault = (await CreateAsync()).Fault;

        Assert.Equal(
            [new("/spec/config/cku", "invalid_configuration", "Too few."), new(null, "invalid_filter", "No such."), new(null, null, "no reason given")],
            fault?.Problems ?? []);
        Assert.False(fault?.OutcomeUnknown);
    }

    [Fact]
    public async Task The_existing_object_is_named()
    {
        _ports.Cloud.On(HttpMethod.Post, Clusters, _ => ScriptedCloud.Answer(
            HttpStatusCode.Conflict, """{"errors":[{"code":"resource_already_exists"}]}""", ("Location", "https://api.confluent.cloud/cmk/v2/clusters/lkc-7?environment=env-1")));

        var fault = (await CreateAsync()).Fault;

        Assert.Equal((FaultKind.AlreadyExists, "lkc-7"), (fault?.Kind, fault?.ExistingId));
    }

    private Task<Answer<KafkaCluster>> CreateAsync() => _ports.Clusters.CreateAsync(CloudPorts.Orders, Cancellation);
}
