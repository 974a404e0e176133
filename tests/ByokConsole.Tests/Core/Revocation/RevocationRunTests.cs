using ByokConsole.Core.Identifiers;
using ByokConsole.Core.Provisioning;
using ByokConsole.Core.Revocation;
using ByokConsole.Tests.Core.Provisioning;

namespace ByokConsole.Tests.Core.Revocation;

/// <summary>A revocation from the plan to the evidence.</summary>
public sealed class RevocationRunTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_revocation_ends_with_cluster_key_grants_and_registration_gone()
    {
        await using var bench = await Removals.StartAsync();

        var run = await Removals.GoAsync(bench, (await Removals.RevokeAsync(bench)).Id);

        Assert.True(run.State is RunState.Succeeded, run.Rejection?.Reason);
        Assert.Empty(bench.Cloud.Clusters);
        Assert.Empty(bench.Cloud.Registrations);
        Assert.Empty(bench.Cloud.Assignments);
        Assert.NotNull(bench.Cloud.Keys.Deleted);
        var facts = run.Facts.Removal!;
        Assert.Equal((Removals.By, KeyChoice.Delete, 2), (run.StartedBy, facts.KeyChoice, facts.RemovedRoles.Count));
        Assert.True(facts.ReleasedAt - facts.GoneAt is { TotalDays: >= 5 and < 5.1 });
        var binding = Assert.Single(await bench.Bindings.OfKeyAsync(KeyIdentifier.Parse(Bench.KeyText), Token));
        Assert.Equal((Removals.Cluster, facts.GoneAt), (binding.ClusterId, binding.To));
    }

    [Fact]
    public async Task Its_dates_are_told_before_and_fixed_as_it_goes()
    {
        await using var bench = await Removals.StartAsync();
        var id = (await Removals.RevokeAsync(bench)).Id;

        var planned = await Removals.GoAsync(bench, id, StepNames.AgreePlan);
        var before = FourDates.Of(planned, bench.Clock.GetUtcNow());
        var waiting = await Removals.GoAsync(bench, id, StepNames.WaitRelease);
        var after = FourDates.Of(waiting, bench.Clock.GetUtcNow());

        Assert.Equal((90, true), (planned.Facts.Removal!.Radius!.RetentionDays, planned.Facts.Removal.Radius.PurgeProtected));
        Assert.All(
            [before.ClusterGone, before.KeyDeleted, before.KeyReleased, before.KeyUnrecoverable], date => Assert.Equal(MilestoneState.Estimated, date.State));
        // The cloud's clock is nine days ahead of the console's.
        Assert.True((before.ClusterGone.At - bench.Cloud.Now)?.Duration() < TimeSpan.FromMinutes(10));
        Assert.Equal(MilestoneState.Happened, after.ClusterGone.State);
        Assert.Equal(new Milestone(after.ClusterGone.At + TimeSpan.FromDays(5), MilestoneState.Fixed), after.KeyReleased);
        Assert.Equal(new Milestone(bench.Cloud.Keys.Deleted!.ScheduledPurgeAt, MilestoneState.Fixed), after.KeyUnrecoverable);
    }

    [Fact]
    public async Task The_evidence_names_who_did_what_with_the_clouds_time_and_request_ids()
    {
        await using var bench = await Removals.StartAsync();
        var run = await Removals.GoAsync(bench, (await Removals.RevokeAsync(bench)).Id);

        var evidence = (await bench.Evidence.FindAsync(run.Id, Token))!;
        var markdown = EvidenceReport.Markdown(evidence);

        var deed = Assert.Single(run.Facts.Deeds, deed => deed.What == $"Deleted cluster {Removals.Cluster}");
        Assert.Equal("local operator", deed.By);
        Assert.NotNull(deed.RequestId);
        Assert.True(deed.CloudTime - deed.At > TimeSpan.FromDays(8));
        Assert.Contains(evidence.Audit, entry => entry.What.Contains(deed.RequestId, StringComparison.Ordinal));
        Assert.Contains(evidence.Audit, entry => entry.What.StartsWith("Answered: Delete cluster orders-prod", StringComparison.Ordinal) && entry.Who == "local operator");
        Assert.Contains(deed.RequestId, markdown, StringComparison.Ordinal);
        Assert.Contains(evidence.Digest, markdown, StringComparison.Ordinal);
        // What was sealed is the chain as it stood before the end was written.
        Assert.Contains(run.Facts.Removal!.EvidenceDigest, evidence.Links);
    }

    [Fact]
    public async Task A_cluster_has_one_revocation_or_deletion_at_a_time()
    {
        await using var bench = await Removals.StartAsync();

        var runs = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Removals.RevokeAsync(bench)));
        var deletion = await Removals.DeleteAsync(bench);
        Assert.True(await bench.Service.CancelAsync(runs[0].Id, Token));
        var next = await Removals.DeleteAsync(bench);

        Assert.Single(runs.Select(run => run.Id).Append(deletion.Id).Distinct());
        Assert.NotEqual(runs[0].Id, next.Id);
    }

    [Fact]
    public async Task A_cluster_without_a_key_of_yours_has_no_access_to_revoke()
    {
        await using var bench = await Removals.StartAsync();
        Removals.AddCluster(bench, "lkc-auto", null, Bench.Environment);

        var answer = await bench.Revocations.StartRevocationAsync(Bench.Environment, "lkc-auto", Removals.By, Token);

        Assert.Contains("no key of yours", answer.Fault!.Message, StringComparison.Ordinal);
        Assert.Empty(await bench.Runs.ListAsync(null, Token));
    }

    [Fact]
    public async Task No_revocation_starts_while_the_grants_of_its_key_are_being_put_back()
    {
        await using var bench = await Removals.StartAsync();
        var registration = bench.Cloud.Clusters.Single(cluster => cluster.Id == Removals.Cluster).KeyRegistrationId;
        var restoration = await bench.Starter.StartAsync(
            RunKind.RestoreGrants, Bench.Environment, "key", new RunInput { RegistrationId = registration }, Removals.By, "grants", Token);

        var answer = await bench.Revocations.StartRevocationAsync(Bench.Environment, Removals.Cluster, Removals.By, Token);

        Assert.Contains(restoration.Id, answer.Fault?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_agreed_to_is_what_is_so_at_that_moment()
    {
        await using var bench = await Removals.StartAsync();
        var id = (await Removals.RevokeAsync(bench)).Id;
        await bench.WorkAsync(id);
        Removals.AddOtherUser(bench);

        await Removals.SayAsync(bench, id, AnswerIds.AgreePlan, null, AnswerIds.OthersKnow);
        var asked = await bench.WorkAsync(id);

        Assert.Equal(RunState.NeedsPerson, asked.State);
        Assert.Contains("lkc-other", asked.Question!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deletion_leaves_the_vault_key_alone_and_closes_the_binding()
    {
        await using var bench = await Removals.StartAsync();

        var run = await Removals.GoAsync(bench, (await Removals.DeleteAsync(bench)).Id);

        Assert.True(run.State is RunState.Succeeded, run.Rejection?.Reason);
        Assert.Empty(bench.Cloud.Clusters);
        Assert.Empty(bench.Cloud.Keys.Acts);
        Assert.Equal(2, bench.Cloud.Assignments.Count);
        Assert.NotNull(Assert.Single(await bench.Bindings.OfKeyAsync(KeyIdentifier.Parse(Bench.KeyText), Token)).To);
    }

    [Fact]
    public async Task A_person_may_keep_the_registration_after_all()
    {
        await using var bench = await Removals.StartAsync();
        var id = (await Removals.RevokeAsync(bench)).Id;
        await Removals.GoAsync(bench, id, StepNames.WaitRelease);
        await bench.Engine.AdvanceAsync(id, Token);

        await Removals.SayAsync(bench, id, AnswerIds.KeepRegistration);
        var run = await Removals.GoAsync(bench, id);

        Assert.Equal(RunState.Succeeded, run.State);
        Assert.Single(bench.Cloud.Registrations);
    }
}
