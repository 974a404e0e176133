using ByokConsole.Core.Drafts;
using ByokConsole.Core.Identifiers;
using ByokConsole.Core.Provisioning;

namespace ByokConsole.Tests.Core.Provisioning;

/// <summary>
/// The in-process twin of kill -9: each kind of run is killed before and after every durable write, before every act on a cloud, and
/// between the act and its reply; a new process goes on with the same database. However it went, the cloud has one of everything.
/// </summary>
public sealed class KillAndRestartTests(ITestOutputHelper output)
{
    [Fact]
    public async Task A_cluster_is_made_once_wherever_the_process_is_killed()
        => await KillEverywhereAsync(
            draft => draft,
            bench => bench.Service.LaunchClusterAsync,
            async bench =>
            {
                var cluster = Assert.Single(bench.Cloud.Clusters);
                Assert.Equal(Bench.Registration, cluster.KeyRegistrationId);
                Assert.Null(await bench.Drafts.FindAsync("d-1", TestContext.Current.CancellationToken));
                var binding = Assert.Single(await bench.Stores.OfKeyAsync(KeyIdentifier.Parse(Bench.KeyText), TestContext.Current.CancellationToken));
                Assert.Equal(cluster.Id, binding.ClusterId);
            },
            atLeast: 25);

    [Fact]
    public async Task A_cluster_with_automatic_encryption_is_made_once_wherever_the_process_is_killed()
        => await KillEverywhereAsync(
            draft =>
            {
                draft.Encryption = EncryptionMode.Automatic;
                return draft;
            },
            bench => bench.Service.LaunchClusterAsync,
            bench =>
            {
                Assert.Single(bench.Cloud.Clusters);
                return Task.CompletedTask;
            },
            atLeast: 20);

    [Fact]
    public async Task A_key_is_registered_once_wherever_the_process_is_killed()
        => await KillEverywhereAsync(
            draft =>
            {
                (draft.RegistrationId, draft.ApplicationId) = (null, null);
                draft.KeyIdentifier = Bench.KeyText.Replace("orders", "payments", StringComparison.Ordinal);
                return draft;
            },
            bench => bench.Service.RegisterKeyAsync,
            async bench =>
            {
                var made = Assert.Single(bench.Cloud.Registrations, registration => registration.Id != Bench.Registration);
                var draft = await bench.Drafts.FindAsync("d-1", TestContext.Current.CancellationToken);
                Assert.Equal(
                    (made.Id, Bench.Application, true), (draft!.RegistrationId, draft.ApplicationId!.Value, draft.RegistrationMadeHere));
            },
            atLeast: 15);

    [Fact]
    public async Task Access_is_granted_once_wherever_the_process_is_killed()
        => await KillEverywhereAsync(
            draft => draft,
            bench => bench.Service.GrantAccessAsync,
            bench =>
            {
                Assert.Single(bench.Cloud.Principals);
                Assert.Equal(2, bench.Cloud.Assignments.Count);
                Assert.Equal(2, bench.Cloud.Assignments.DistinctBy(assignment => assignment.RoleDefinitionId).Count());
                return Task.CompletedTask;
            },
            atLeast: 25);

    private async Task KillEverywhereAsync(
        Func<ClusterDraft, ClusterDraft> prepare,
        Func<Bench, Func<ClusterDraft, CancellationToken, Task<Run>>> start,
        Func<Bench, Task> check,
        int atLeast)
    {
        // The run itself tells at which moments it can be killed.
        var moments = await LiveAsync(prepare, start, check);
        Assert.True(moments.Count >= atLeast, $"Only {moments.Count} moments were found.");
        Assert.Contains(moments, moment => moment.StartsWith("done, reply not read", StringComparison.Ordinal));
        for (var moment = 0; moment < moments.Count; moment++)
        {
            output.WriteLine($"{moment + 1,3} killed {moments[moment]}");
            await using var bench = await Bench.StartAsync();
            var draft = await bench.SaveDraftAsync(found => prepare(found));
            bench.DieAt(moment);
            await Assert.ThrowsAsync<ProcessKilledException>(() => GoAsync(bench, start(bench), draft));

            await bench.RestartAsync();
            var run = await GoOnAsync(bench, start(bench), draft);

            Assert.True(run.State is RunState.Succeeded, $"Killed {moments[moment]}: {run.State}, {run.Rejection?.Reason ?? run.Question?.Text}");
            Assert.Single(await bench.Runs.ListAsync(null, TestContext.Current.CancellationToken));
            await check(bench);
        }
    }

    private static async Task<IReadOnlyList<string>> LiveAsync(
        Func<ClusterDraft, ClusterDraft> prepare,
        Func<Bench, Func<ClusterDraft, CancellationToken, Task<Run>>> start,
        Func<Bench, Task> check)
    {
        await using var bench = await Bench.StartAsync();
        var draft = await bench.SaveDraftAsync(found => prepare(found));
        bench.DieAt(null);
        var run = await GoAsync(bench, start(bench), draft);
        Assert.True(run.State is RunState.Succeeded, run.Rejection?.Reason);
        await check(bench);
        return bench.Moments.Passed;
    }

    /// <summary>The person clicks; the run is worked until its end.</summary>
    private static async Task<Run> GoAsync(Bench bench, Func<ClusterDraft, CancellationToken, Task<Run>> start, ClusterDraft draft)
        => await bench.WorkAsync((await start(draft, TestContext.Current.CancellationToken)).Id);

    /// <summary>The run goes on by itself; where it was never stored, the person clicks again.</summary>
    private static async Task<Run> GoOnAsync(Bench bench, Func<ClusterDraft, CancellationToken, Task<Run>> start, ClusterDraft draft)
        => (await bench.Runs.ListAsync(null, TestContext.Current.CancellationToken)).SingleOrDefault() is { } stored
            ? await bench.WorkAsync(stored.Id)
            : await GoAsync(bench, start, draft);
}
