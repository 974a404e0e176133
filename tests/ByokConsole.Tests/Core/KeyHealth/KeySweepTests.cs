using ByokConsole.Core.Clusters;
using ByokConsole.Core.Confluent;
using ByokConsole.Core.Identifiers;
using ByokConsole.Core.KeyHealth;
using ByokConsole.Core.Preflight;
using ByokConsole.Core.Telemetry;
using ByokConsole.Tests.Builders;
using ByokConsole.Tests.Core.Preflight;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace ByokConsole.Tests.Core.KeyHealth;

/// <summary>A sweep asks every check about every key in use, each vault once, and keeps what it found.</summary>
public sealed class KeySweepTests : IDisposable
{
    private readonly ConsoleMetrics _metrics = new();
    private readonly KeyWorld _world = new() { Registration = KeyWorld.Told(Samples.Registration) };
    private readonly InMemoryKafkaClusters _clusters = new() { Clusters = { Samples.Cluster } };
    private readonly InMemoryRunStore _runs = new();
    private readonly InMemoryKeyHealthStore _store = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _metrics.Dispose();

    [Fact]
    public async Task A_sweep_is_measured_with_the_standing_of_every_key()
    {
        using var keys = new MetricCollector<int>(_metrics, ConsoleMetrics.MeterName, ConsoleMetrics.Keys);
        using var sweeps = new MetricCollector<double>(_metrics, ConsoleMetrics.MeterName, ConsoleMetrics.Sweeps);
        keys.RecordObservableInstruments();
        Assert.Empty(keys.GetMeasurementSnapshot());

        await SweepAsync();
        keys.RecordObservableInstruments();

        Assert.Single(sweeps.GetMeasurementSnapshot());
        Assert.Equal(
            Enum.GetValues<KeyStanding>().Select(standing => ($"{standing}", standing is KeyStanding.Healthy ? 1 : 0)),
            keys.GetMeasurementSnapshot().Select(told => ((string)told.Tags["standing"]!, told.Value)));
    }

    [Fact]
    public async Task Every_check_of_a_bound_key_is_asked_and_the_cluster_is_named()
    {
        await SweepAsync();

        var report = await ReportAsync();
        Assert.Equal(PreflightRunner.BoundOrder.Select(check => check.Name), report.Results.Select(result => result.Check));
        Assert.Equal(("lkc-st4g1n", Samples.Staging, "payments-staging"), (report.ClusterId, report.EnvironmentId, report.ClusterName));
        Assert.Equal(KeyStanding.Healthy, report.Standing);
    }

    [Fact]
    public async Task A_key_that_was_disabled_is_a_change_within_one_sweep_and_so_is_its_healing()
    {
        await SweepAsync();
        var good = _world.Key;
        _world.Key = KeyWorld.Told(good.Value with { Attributes = good.Value.Attributes with { Enabled = false } });

        await SweepAsync();

        Assert.Equal(KeyStanding.Broken, (await ReportAsync()).Standing);
        var change = Assert.Single(_store.Changes);
        Assert.Equal((CheckName.KeyUsable, CheckState.Pass, CheckState.Fail), (change.Check, change.From!.Value, change.To));
        _world.Key = good;
        await SweepAsync();
        Assert.True(_store.Changes[1].IsHealed);
        Assert.Equal(KeyStanding.Healthy, (await ReportAsync()).Standing);
    }

    [Fact]
    public async Task One_vault_with_many_keys_is_read_once_and_so_are_its_role_assignments()
    {
        var other = Samples.Registration with { Id = "cck-0th3r", Key = KeyIdentifier.Create("kv-orders-weu", "other-cmk") };
        _world.Registrations = KeyWorld.Told<IReadOnlyList<KeyRegistration>>([Samples.Registration, other]);
        _clusters.Clusters.Add(Samples.Cluster with { Id = "lkc-0th3r", KeyRegistrationId = other.Id });

        Assert.Equal(2, await SweepAsync());

        Assert.Equal((1, 1, 1), (_world.Reads["vault"], _world.Reads["assignments"], _world.Reads["registrations"]));
        Assert.False(_world.Reads.ContainsKey("registration"));
        Assert.Equal(2, _world.Reads["key"]);
    }

    [Fact]
    public async Task A_registration_that_serves_nobody_is_left_alone_until_it_is_asked_for()
    {
        _world.Registration = KeyWorld.Told(Samples.Registration with { State = "AVAILABLE" });
        _clusters.Clusters.Clear();

        Assert.Equal(0, await SweepAsync());

        Assert.Empty(await _store.ListAsync(Token));
        Assert.Equal(PreflightRunner.Order.Count, (await Sweep().CheckAsync(Samples.Registration.Id, Token))!.Results.Count);
    }

    [Fact]
    public async Task A_key_whose_cluster_was_deleted_needs_no_mending_and_is_left_alone()
    {
        _clusters.Clusters.Clear();

        Assert.Equal(0, await SweepAsync());

        Assert.Empty(await _store.ListAsync(Token));
    }

    [Fact]
    public async Task While_confluent_is_away_every_report_stays()
    {
        await SweepAsync();
        var before = await ReportAsync();
        _world.Registrations = Samples.Unreachable;

        await SweepAsync();

        Assert.Equal(before, await ReportAsync());
    }

    /// <summary>By a token of its own a check would hear of the stop a moment after the reads, and be taken for one that failed.</summary>
    [Fact]
    public async Task A_check_of_a_sweep_is_stopped_by_the_sweeps_own_token()
    {
        using var stop = new CancellationTokenSource();
        var check = new StoppableCheck();

        await Sweep(new PreflightRunner([check], _world.Ports, NullLogger<PreflightRunner>.Instance)).SweepAsync(stop.Token);

        Assert.Equal(stop.Token, check.StoppedBy);
    }

    [Fact]
    public async Task What_happens_next_is_the_rotation_or_the_expiry_whichever_comes_first()
    {
        await SweepAsync();
        Assert.Equal((NextKeyEvent.Rotation, Samples.Noon.AddDays(-10 + 545)), await NextAsync());

        var key = _world.Key.Value;
        _world.Key = KeyWorld.Told(key with { Attributes = key.Attributes with { Expires = Samples.Noon.AddDays(90) } });
        await SweepAsync();
        Assert.Equal((NextKeyEvent.Expiry, Samples.Noon.AddDays(90)), await NextAsync());
    }

    private async Task<(NextKeyEvent?, DateTimeOffset?)> NextAsync() => await ReportAsync() is var report ? (report.NextEvent, report.NextDate) : default;

    private async Task<KeyHealthReport> ReportAsync() => (await _store.FindAsync(Samples.Registration.Id, Token))!;

    private Task<int> SweepAsync() => Sweep().SweepAsync(Token);

    private KeySweep Sweep(PreflightRunner? runner = null)
        => new(
            _world, _clusters, runner ?? new PreflightRunner(Checks.All, _world.Ports, NullLogger<PreflightRunner>.Instance), _world.Ports,
            new KeyAttestations(_runs), _store, _metrics, new FakeTimeProvider(Samples.Noon), NullLogger<KeySweep>.Instance);

    private sealed class StoppableCheck : IPreflightCheck
    {
        public CheckName Name => CheckName.VaultExists;

        public CancellationToken StoppedBy { get; private set; }

        public Task<CheckResult> AskAsync(PreflightContext context, CancellationToken cancellationToken)
        {
            StoppedBy = cancellationToken;
            return Task.FromResult(new CheckResult(Name, CheckState.Pass, "It is there."));
        }
    }
}
