using ByokConsole.Core.Clusters;
using ByokConsole.Core.Provisioning;
using ByokConsole.Tests.Builders;
using Microsoft.Extensions.Time.Testing;

namespace ByokConsole.Tests.Core.Clusters;

public sealed class RunAlarmsTests
{
    private static readonly Run Alarming = Samples.Run with { State = RunState.Failed, Facts = new RunFacts { ClusterId = "lkc-7x2m4d", KeyMismatch = true } };

    private readonly InMemoryRunStore _runs = new();
    private readonly RunAlarms _alarms;

    public RunAlarmsTests() => _alarms = new(_runs, new FakeTimeProvider(Samples.Noon));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_alarm_stands_until_it_is_signed_off_and_the_journal_keeps_who_did()
    {
        _runs.Put(Alarming, new RunEvent(1, Samples.Noon, null, true, "The cluster does not carry the key.", null));
        Assert.Equal("run-2f81", Assert.Single(await _alarms.ListAsync(Token)).Id);

        Assert.True(await _alarms.SignOffAsync("run-2f81", Token));

        Assert.Empty(await _alarms.ListAsync(Token));
        Assert.Equal(Samples.Noon, (await _runs.FindAsync("run-2f81", Token))?.Facts.MismatchSignedOffAt);
        var entry = Assert.Single(await _runs.EventsAsync("run-2f81", 1, Token));
        Assert.Equal((2, true), (entry.Sequence, entry.Text.Contains("signed off by the local operator", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task It_is_signed_off_once()
    {
        _runs.Put(Alarming);
        await _alarms.SignOffAsync("run-2f81", Token);

        Assert.False(await _alarms.SignOffAsync("run-2f81", Token));
        Assert.Single(await _runs.EventsAsync("run-2f81", 0, Token));
    }

    [Fact]
    public async Task A_run_without_the_alarm_cannot_be_signed_off()
    {
        _runs.Put(Samples.Run);

        Assert.Empty(await _alarms.ListAsync(Token));
        Assert.False(await _alarms.SignOffAsync("run-2f81", Token));
    }

    [Fact]
    public async Task A_second_cluster_stands_until_it_is_said_to_be_wanted()
    {
        _runs.Put(Samples.Run with { State = RunState.Succeeded, Facts = new RunFacts { ClusterId = "lkc-7x2m4d", SecondClusters = ["lkc-2nd"] } });
        Assert.Equal("run-2f81", Assert.Single(await _alarms.ListAsync(Token)).Id);

        Assert.True(await _alarms.KeepAsync("run-2f81", "lkc-2nd", Token));

        Assert.Empty(await _alarms.ListAsync(Token));
        Assert.False(await _alarms.KeepAsync("run-2f81", "lkc-2nd", Token));
        Assert.Contains("lkc-2nd is wanted", Assert.Single(await _runs.EventsAsync("run-2f81", 0, Token)).Text, StringComparison.Ordinal);
    }
}
