using System.Net;
using ByokConsole.Adapters;
using ByokConsole.Adapters.ConfluentCloud;
using ByokConsole.Core.Clouds;
using ByokConsole.Core.Ports;
using FsCheck.Xunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace ByokConsole.Tests.Adapters.ConfluentCloud;

public sealed class ConfluentOddAnswersTests : IDisposable
{
    private const string Clusters = "https://api.confluent.cloud/cmk/v2/clusters";

    private readonly CloudPorts _ports = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _ports.Dispose();

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

        var asking = services.GetRequiredService<IKafkaClusters>().CreateAsync(CloudPorts.Orders, Cancellation);
        await silence.Asked;
        time.Advance(TimeSpan.FromSeconds(21));
        var fault = (await asking).Fault;

        Assert.Equal((FaultKind.Unreachable, true), (fault?.Kind, fault?.OutcomeUnknown));
        Assert.Contains("no answer in time", fault?.Message, StringComparison.Ordinal);
    }
}
