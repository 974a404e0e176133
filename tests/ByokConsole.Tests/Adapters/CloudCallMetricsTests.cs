using System.Net;
using ByokConsole.Core.Telemetry;
using ByokConsole.Tests.Adapters.AzureCloud;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;

namespace ByokConsole.Tests.Adapters;

/// <summary>Every call to a cloud is measured by who was asked and what came of it, and by nothing that names anybody.</summary>
public sealed class CloudCallMetricsTests : IDisposable
{
    private readonly CloudPorts _ports = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _ports.Dispose();

    [Fact]
    public async Task Calls_to_both_clouds_are_measured_by_service_and_outcome()
    {
        using var calls = new MetricCollector<double>(_ports.Get<ConsoleMetrics>(), ConsoleMetrics.MeterName, ConsoleMetrics.CloudCalls);
        _ports.Cloud
            .On(HttpMethod.Get, "https://graph.microsoft.com/", HttpStatusCode.NotFound, VaultScript.Error("Request_ResourceNotFound"))
            .On(HttpMethod.Get, "https://api.confluent.cloud/", HttpStatusCode.OK, """{"data":[]}""");

        await _ports.Grants.FindServicePrincipalAsync(Guid.NewGuid(), Cancellation);
        var listed = await _ports.Clusters.ListEnvironmentsAsync(Cancellation);

        Assert.True(listed.IsOk, listed.Fault?.Message);
        Assert.Equal(
            ["outcome=NotFound, service=Graph", "outcome=Ok, service=ConfluentCloud"],
            calls.GetMeasurementSnapshot().Select(call => string.Join(", ", call.Tags.OrderBy(tag => tag.Key).Select(tag => $"{tag.Key}={tag.Value}"))));
        Assert.All(calls.GetMeasurementSnapshot(), call => Assert.InRange(call.Value, 0, 60));
    }
}
