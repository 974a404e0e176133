using ByokConsole.Core.Identifiers;
using ByokConsole.Core.Provisioning;
using ByokConsole.Core.Revocation;
using ByokConsole.Tests.Core.Provisioning;

namespace ByokConsole.Tests.Core.Revocation;

/// <summary>
/// The in-process twin of kill -9 for runs that take away: killed before and after every durable write, before every act on a cloud and between
/// the act and its reply; a new process goes on, with a person who answers what it asks. However it went, all is gone that was to go.
/// </summary>
public sealed class RemovalKillTests(ITestOutputHelper output)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public Task A_revocation_comes_to_its_end_wherever_the_process_is_killed()
        => KillEverywhereAsync(Removals.RevokeAsync, AnswerIds.DeleteKey, CheckRevokedAsync, atLeast: 60);

    [Fact]
    public Task A_key_is_disabled_wherever_the_process_is_killed()
        => KillEverywhereAsync(
            Removals.RevokeAsync,
            AnswerIds.DisableKey,
            (bench, run) =>
            {
                Assert.All(bench.Cloud.Keys.Versions, version => Assert.False(version.Attributes.Enabled));
                Assert.Equal(["2", "3"], run.Facts.Removal!.DisabledVersions.Select(version => version[..1]).Order());
                return Task.CompletedTask;
            },
            atLeast: 60,
            from: StepNames.TurnVaultKey,
            to: StepNames.RemoveGrants);

    [Fact]
    public Task A_cluster_is_deleted_wherever_the_process_is_killed()
        => KillEverywhereAsync(
            Removals.DeleteAsync,
            AnswerIds.KeepKey,
            (bench, _) =>
            {
                Assert.Empty(bench.Cloud.Clusters);
                Assert.Empty(bench.Cloud.Keys.Acts);
                return Task.CompletedTask;
            },
            atLeast: 25);

    private static async Task CheckRevokedAsync(Bench bench, Run run)
    {
        Assert.Empty(bench.Cloud.Clusters);
        Assert.Empty(bench.Cloud.Assignments);
        Assert.Empty(bench.Cloud.Registrations);
        Assert.NotNull(bench.Cloud.Keys.Deleted);
        Assert.NotNull(run.Facts.Removal!.EvidenceDigest);
        var binding = Assert.Single(await bench.Stores.OfKeyAsync(KeyIdentifier.Parse(Bench.KeyText), Token));
        Assert.NotNull(binding.To);
    }

    private async Task KillEverywhereAsync(
        Func<Bench, Task<Run>> start, string key, Func<Bench, Run, Task> check, int atLeast, string? from = null, string? to = null)
    {
        var moments = await LiveAsync(start, key, check);
        Assert.True(moments.Count >= atLeast, $"Only {moments.Count} moments were found.");
        var (first, last) = (Index(from, 0), Index(to, moments.Count));
        for (var moment = first; moment < last; moment++)
        {
            output.WriteLine($"{moment + 1,3} killed {moments[moment]}");
            await using var bench = await Removals.StartAsync();
            bench.DieAt(moment);
            await Assert.ThrowsAsync<ProcessKilledException>(async () => await Removals.GoAsync(bench, (await start(bench)).Id, key: key));

            await bench.RestartAsync();
            var stored = (await bench.Runs.ListAsync(null, Token)).SingleOrDefault() ?? await start(bench);
            var run = await Removals.GoAsync(bench, stored.Id, key: key);

            Assert.True(run.State is RunState.Succeeded, $"Killed {moments[moment]}: {run.State}, {run.Rejection?.Reason ?? run.Question?.Text}");
            Assert.Single(await bench.Runs.ListAsync(null, Token));
            await check(bench, run);
        }

        int Index(string? step, int otherwise)
            => step is null ? otherwise : moments.ToList().FindIndex(moment => moment.Contains(step, StringComparison.Ordinal));
    }

    private static async Task<IReadOnlyList<string>> LiveAsync(Func<Bench, Task<Run>> start, string key, Func<Bench, Run, Task> check)
    {
        await using var bench = await Removals.StartAsync();
        bench.DieAt(null);
        var run = await Removals.GoAsync(bench, (await start(bench)).Id, key: key);
        Assert.True(run.State is RunState.Succeeded, run.Rejection?.Reason);
        await check(bench, run);
        return bench.Moments.Passed;
    }
}
