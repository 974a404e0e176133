using System.Net;
using ByokConsole.Adapters;
using ByokConsole.Adapters.ConfluentCloud;
using ByokConsole.Core.Clouds;
using ByokConsole.Core.Confluent;
using ByokConsole.Core.Ports;
using FsCheck.Xunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace ByokConsole.Tests.Adapters.ConfluentCloud;

public sealed class ConfluentRefusalsTests : IDisposable
{
    private const string Clusters = "https://api.confluent.cloud/cmk/v2/clusters";
    private static readonly NewCluster Orders = new()
    {
        EnvironmentId = "env-1", DisplayName = "orders", Region = "eastus", Availability = Availability.SingleZone, Cku = 1,
    };

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

    [Property]
    public bool Any_error_body_at_all_is_read_without_an_exception(string? body)
        => ConfluentErrorBody.Parse(body ?? "") is not null;

    [Theory]
    [InlineData("<html>502</html>")]
    [InlineData("{\"errors\":")]
    [InlineData("{\"errors\":{}}")]
    [InlineData("{\"errors\":[]}")]
    [InlineData("{\"errors\":[null]}")]
    [InlineData("[]")]
    [InlineData("\"x\"")]
    [InlineData("{\"message\":7,\"error\":\"x\"}")]
    [InlineData("")]
    public async Task A_500_with_an_odd_body_is_still_a_500(string body)
    {
        _ports.Cloud.On(HttpMethod.Get, Clusters, HttpStatusCode.InternalServerError, body);

        var fault = (await _ports.Once<IKafkaClusters>().GetAsync("env-1", "lkc-1", Cancellation)).Fault;

        Assert.Equal((FaultKind.CloudError, (int?)500), (fault?.Kind, fault?.Status));
        Assert.Contains("Confluent Cloud failed by itself", fault?.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<html>Welcome to the hotel's network</html>")]
    [InlineData("{\"id\":\"lkc-1\",\"spec\":")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("{\"id\":\"lkc-1\",\"spec\":{\"config\":{\"cku\":\"many\"}},\"status\":{\"phase\":\"PROVISIONED\"}}")]
    [InlineData("{\"id\":\"lkc-1\",\"spec\":{}}")]
    public async Task A_200_that_is_no_cluster_is_malformed(string body)
    {
        _ports.Cloud.On(HttpMethod.Get, Clusters, HttpStatusCode.OK, body);

        var fault = (await _ports.Clusters.GetAsync("env-1", "lkc-1", Cancellation)).Fault;

        Assert.Equal((FaultKind.Malformed, (int?)200), (fault?.Kind, fault?.Status));
    }

    [Fact]
    public async Task A_caller_that_gives_up_is_not_told_about_a_fault()
    {
        using var given = new CancellationTokenSource();
        _ports.Cloud.On(HttpMethod.Get, Clusters, _ =>
        {
            given.Cancel();
            throw new TaskCanceledException();
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _ports.Clusters.GetAsync("env-1", "lkc-1", given.Token));
    }

    [Fact]
    public async Task A_write_that_is_never_answered_ends_after_its_time_with_an_unknown_outcome()
    {
        var time = new FakeTimeProvider();
        using var silence = new SilentCloud();
        using var services = new ServiceCollection()
            .AddSingleton(CloudPorts.Connection)
            .AddSingleton(new CloudTransport(silence))
            .AddSingleton<TimeProvider>(time)
            .AddConfluentCloud()
            .BuildServiceProvider();

        var asking = services.GetRequiredService<IKafkaClusters>().CreateAsync(Orders, Cancellation);
        await silence.Asked;
        time.Advance(TimeSpan.FromSeconds(21));
        var fault = (await asking).Fault;

        Assert.Equal((FaultKind.Unreachable, true), (fault?.Kind, fault?.OutcomeUnknown));
        Assert.Contains("no answer in time", fault?.Message, StringComparison.Ordinal);
    }

    private Task<Answer<KafkaCluster>> CreateAsync() => _ports.Clusters.CreateAsync(Orders, Cancellation);
}
