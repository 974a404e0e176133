using ByokConsole.Core.Clusters;
using ByokConsole.Core.Provisioning;

namespace ByokConsole.Tests.Core.Provisioning;

/// <summary>A cluster without its key never passes for a protected one.</summary>
public sealed class VerifyKeyTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, InlineData(null), InlineData("cck-other")]
    public async Task A_cluster_without_the_key_raises_the_alarm(string? carried)
    {
        await using var bench = await Bench.StartAsync();
        bench.Cloud.Making = made => made with { KeyRegistrationId = carried };

        var run = await bench.WorkAsync((await bench.LaunchAsync()).Id);

        Assert.True(run is { State: RunState.Failed, Facts.KeyMismatch: true });
        Assert.NotNull(await bench.Drafts.FindAsync("d-1", Token));
        Assert.Contains(await bench.Service.EventsAsync(run.Id, 0, Token), entry => entry.IsWarning);
    }

    [Fact]
    public async Task A_registration_that_is_for_another_key_raises_the_alarm()
    {
        await using var bench = await Bench.StartAsync();

        var run = await bench.WorkAsync((await bench.LaunchAsync(draft => draft.KeyIdentifier = Bench.KeyText.Replace("orders-cmk", "other-cmk", StringComparison.Ordinal))).Id);

        Assert.True(run is { State: RunState.Failed, Facts.KeyMismatch: true });
    }

    [Fact]
    public async Task The_alarm_stands_in_the_journal_until_a_person_signs_it_off()
    {
        await using var bench = await Bench.StartAsync();
        bench.Cloud.Making = made => made with { KeyRegistrationId = null };
        var run = await bench.WorkAsync((await bench.LaunchAsync()).Id);
        var alarms = new RunAlarms(bench.Runs, bench.Clock);

        Assert.Equal([run.Id], (await alarms.ListAsync(Token)).Select(alarm => alarm.Id));
        Assert.True(await alarms.SignOffAsync(run.Id, Token));

        await bench.RestartAsync();
        Assert.NotNull((await bench.Service.FindAsync(run.Id, Token))!.Facts.MismatchSignedOffAt);
        Assert.Empty(await new RunAlarms(bench.Runs, bench.Clock).ListAsync(Token));
    }
}
