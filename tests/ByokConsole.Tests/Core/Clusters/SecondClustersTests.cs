using ByokConsole.Core.Clusters;
using ByokConsole.Core.Confluent;
using ByokConsole.Core.Provisioning;
using ByokConsole.Core.Telemetry;
using ByokConsole.Tests.Builders;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace ByokConsole.Tests.Core.Clusters;

/// <summary>A second cluster is noticed, told once and forgotten when it is gone; a stranger is none.</summary>
public sealed class SecondClustersTests : IDisposable
{
    private static readonly DateTimeOffset Asked = Samples.Noon.AddMinutes(1);

    private static readonly Run Ended = Samples.Run with
    {
        State = RunState.Succeeded,
        EndedAt = Samples.Noon.AddMinutes(5),
        Input = new RunInput { Cluster = Samples.Run.Input.Cluster! with { KeyRegistrationId = null } },
        Facts = new RunFacts { ClusterId = "lkc-own" },
        Steps = [new RunStepRecord { Name = StepNames.CreateCluster, State = StepState.Done, IntentAt = Samples.Noon.AddDays(-3), IntentCloudTime = Asked }],
    };

    private static readonly KafkaCluster Own = Samples.Cluster with
    {
        Id = "lkc-own", DisplayName = "orders-prod", Cku = 2, AvailabilityText = "HIGH", KeyRegistrationId = null, CreatedAt = Asked.AddSeconds(1),
    };

    private static readonly KafkaCluster Second = Own with { Id = "lkc-2nd", CreatedAt = Asked.AddMinutes(2) };

    private readonly FakeTimeProvider _clock = new(Samples.Noon.AddMinutes(10));
    private readonly InMemoryRunStore _runs = new();
    private readonly InMemoryKafkaClusters _clusters = new();
    private readonly ConsoleMetrics _metrics = new();
    private readonly SecondClusterWatch _watch;

    public SecondClustersTests() => _watch = new(_clusters, _runs, _metrics, _clock, NullLogger<SecondClusterWatch>.Instance);

    public static TheoryData<string, KafkaCluster> Strangers { get; } = new()
    {
        { "older than the request", Second with { CreatedAt = Asked.AddSeconds(-1) } },
        { "another name", Second with { DisplayName = "orders-test" } },
        { "another size", Second with { Cku = 3 } },
        { "another region", Second with { Region = "eastus" } },
        { "with a key of its own", Second with { KeyRegistrationId = "cck-other" } },
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _metrics.Dispose();

    [Fact]
    public async Task A_second_cluster_is_told_once_counted_and_forgotten_when_it_is_gone()
    {
        using var measured = new MetricCollector<int>(_metrics, ConsoleMetrics.MeterName, ConsoleMetrics.SecondOnes);
        _runs.Put(Ended);
        _clusters.Clusters.AddRange([Own, Second]);

        await _watch.LookAsync(Token);
        await _watch.LookAsync(Token);

        var told = Assert.Single(await _runs.EventsAsync(Ended.Id, 0, Token));
        Assert.True(told.IsWarning);
        Assert.Contains("lkc-2nd", told.Text, StringComparison.Ordinal);
        Assert.Equal(["lkc-2nd"], (await RunAsync()).Facts.SecondClusters);
        measured.RecordObservableInstruments();
        Assert.Equal(1, measured.LastMeasurement!.Value);

        // It is still watched after a day, for as long as it is there.
        _clock.Advance(TimeSpan.FromDays(2));
        _clusters.Clusters.Remove(Second);
        await _watch.LookAsync(Token);

        Assert.Empty((await RunAsync()).Facts.SecondClusters);
        Assert.Equal("The second cluster, lkc-2nd, is gone.", (await _runs.EventsAsync(Ended.Id, 1, Token)).Single().Text);
        measured.RecordObservableInstruments();
        Assert.Equal(0, measured.LastMeasurement!.Value);
    }

    [Theory]
    [MemberData(nameof(Strangers))]
    public async Task A_strangers_cluster_is_none(string why, KafkaCluster stranger)
    {
        _runs.Put(Ended);
        _clusters.Clusters.AddRange([Own, stranger]);

        await _watch.LookAsync(Token);

        Assert.True((await RunAsync()).Facts.SecondClusters.Count == 0, why);
    }

    [Fact]
    public async Task What_another_run_made_or_may_have_made_is_none()
    {
        var (made, may) = (Second, Second with { Id = "lkc-3rd" });
        _runs.Put(Ended);
        _runs.Put(Ended with { Id = "run-other", CreatedAt = Samples.Noon.AddMinutes(1), Facts = new RunFacts { ClusterId = "lkc-2nd" } });
        _runs.Put(Ended with { Id = "run-unclear", State = RunState.Running, EndedAt = null, Facts = new RunFacts() });
        _clusters.Clusters.AddRange([Own, made, may]);

        await _watch.LookAsync(Token);

        Assert.All(await _runs.ListAsync(null, Token), run => Assert.Empty(run.Facts.SecondClusters));
    }

    [Fact]
    public async Task Of_two_runs_that_asked_for_the_same_the_younger_one_tells_it()
    {
        _runs.Put(Ended);
        _runs.Put(Ended with { Id = "run-younger", CreatedAt = Samples.Noon.AddMinutes(1), Facts = new RunFacts { ClusterId = "lkc-other" } });
        _clusters.Clusters.AddRange([Own, Own with { Id = "lkc-other" }, Second]);

        await _watch.LookAsync(Token);

        Assert.Equal("run-younger", Assert.Single(await _runs.ListAsync(null, Token), run => run.Facts.SecondClusters.Count > 0).Id);
    }

    [Fact]
    public async Task What_takes_the_place_of_a_deleted_cluster_is_none_and_nobody_asks_about_an_old_run()
    {
        _runs.Put(Ended);
        _clusters.Clusters.Add(Second);
        await _watch.LookAsync(Token);
        Assert.Empty((await RunAsync()).Facts.SecondClusters);
        var asked = _clusters.Listed;

        _clock.Advance(TimeSpan.FromDays(2));
        await _watch.LookAsync(Token);

        Assert.Equal((1, 1), (asked, _clusters.Listed));
    }

    [Fact]
    public async Task A_list_that_cannot_be_read_changes_nothing()
    {
        _runs.Put(Ended with { Facts = Ended.Facts with { SecondClusters = ["lkc-2nd"] } });
        _clusters.Fault = Samples.Unreachable;

        await _watch.LookAsync(Token);

        Assert.Equal(["lkc-2nd"], (await RunAsync()).Facts.SecondClusters);
    }

    private async Task<Run> RunAsync() => (await _runs.FindAsync(Ended.Id, Token))!;
}
