using ByokConsole.Core.Provisioning;
using ByokConsole.Core.Revocation;
using ByokConsole.Tests.Builders;
using ByokConsole.Web.Features.RevokeKey;

namespace ByokConsole.Web.Tests.RevokeKey;

/// <summary>Each part and each of its states, as a person reads them.</summary>
public sealed class PartPanelTests : PageTestContext
{
    private static readonly RemovalFacts Gone = RevocationSamples.Facts with { DeletionAnsweredAt = Samples.Noon, GoneAt = Samples.Noon };

    [Fact]
    public void The_plan_names_everything_that_is_hit_and_who_stands_in_the_way()
    {
        var radius = RevocationSamples.Radius with
        {
            Connections = null,
            OtherUsers = [new KeyUser("env-9kx2v", "lkc-other", "orders-prod", "cck-other")],
        };

        var text = Show(RevocationSamples.Asking(StepNames.AgreePlan, RevocationSamples.Plan, new RemovalFacts { Radius = radius }));

        foreach (var said in (string[])["payments-staging", "lkc-st4g1n", Samples.Cluster.BootstrapEndpoint!, "cck-st4g1",
            Samples.StagingKey, "not known; that is not zero",
            "orders-prod lkc-other in env-9kx2v through cck-other", "the vault key cannot be touched", "is invisible here",
                "nobody can purge it earlier"])
            Assert.Contains(said, text, StringComparison.Ordinal);
    }

    [Fact]
    public void Clients_that_are_connected_are_counted_drawn_and_named()
    {
        var reading = RevocationSamples.Reading(minute => minute < 30 ? 12 : 2) with { Connected = [new("sa-19xkq", 2)] };

        var panel = Panel(RevocationSamples.At(StepNames.StopClients, RevocationSamples.Clients,
            RevocationSamples.Facts with { Clients = reading }));

        Assert.Equal("2 still connected", Text(panel.Find(".pill")));
        Assert.Equal(
            "Active connections over the last 60 minutes: 12 at 11:00, 12 at most, 2 at 11:56. Quiet for 0 of 15 minutes up to 11:55.",
            panel.Find("figure[role=img]").GetAttribute("aria-label"));
        Assert.Contains("sa-19xkq", Text(panel.Find("table")), StringComparison.Ordinal);
        Assert.Empty(panel.FindAll("textarea"));
    }

    [Fact]
    public void Minutes_without_data_are_not_known_and_never_zero()
    {
        var reading = RevocationSamples.Reading(minute => minute is > 42 and < 50 ? null : 0);

        var panel = Panel(RevocationSamples.At(StepNames.StopClients, RevocationSamples.Clients,
            RevocationSamples.Facts with { Clients = reading }));

        Assert.Equal("Not known", Text(panel.Find(".pill")));
        Assert.Contains("7 minutes have no data: not known, not zero.", panel.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Metrics_that_cannot_be_asked_say_why()
    {
        var reading = RevocationSamples.Reading(_ => null) with { Fault = "The Metrics API did not answer." };

        var text = Show(RevocationSamples.At(StepNames.StopClients, RevocationSamples.Clients,
            RevocationSamples.Facts with { Clients = reading }));

        Assert.Contains("The Metrics API did not answer. That is not zero.", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_way_out_of_wrong_metrics_records_a_statement()
    {
        PersonAnswer? answer = null;
        var panel = Panel(RevocationSamples.At(StepNames.StopClients, RevocationSamples.Clients), given => answer = given);

        await ClickAsync(panel, "The metrics are wrong: record a statement");
        panel.Find("textarea").Input("Looked at every broker.");
        await ClickAsync(panel, "Record the statement");

        Assert.Equal((AnswerIds.StateStopped, "Looked at every broker."), (answer?.Choice, answer?.Text));
    }

    [Fact]
    public async Task The_cluster_goes_only_by_its_name_and_with_its_protection_turned_off_on_purpose()
    {
        PersonAnswer? answer = null;
        var panel = Panel(RevocationSamples.Asking(StepNames.AgreeDeletion, RevocationSamples.Deletion), given => answer = given);
        AngleSharp.Dom.IElement Button() => panel.FindAll(".choice button").Single();

        panel.Find("input[type=text]").Input("payments-stagin");
        panel.Find("input[type=checkbox]").Change(true);
        Assert.True(Button().HasAttribute("disabled"));
        panel.Find("input[type=text]").Input("payments-staging");
        Assert.Contains("mud-button-filled-error", Button().ClassName, StringComparison.Ordinal);
        await ClickAsync(panel, "Delete cluster payments-staging");

        Assert.True(answer is { Choice: AnswerIds.DeleteCluster, Text: "payments-staging" } && answer.Has(AnswerIds.Unprotect));
    }

    [Fact]
    public void While_it_goes_the_page_says_what_is_looked_at()
    {
        var panel = Panel(RevocationSamples.At(StepNames.WaitGone,
            facts: RevocationSamples.Facts with { DeletionAnsweredAt = Samples.Noon }));

        Assert.Equal(["Confirmed", "Looking", "Looking"], panel.FindAll(".gone .pill").Select(Text));
        Assert.Contains("A permission that was lost does not pass for a deletion.", Text(panel.Find(".gone")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(RunState.NeedsPerson, StepState.NeedsPerson)]
    [InlineData(RunState.Failed, StepState.Failed)]
    public void While_nobody_looks_nothing_is_said_to_be_looked_at(RunState state, StepState step)
    {
        var panel = Panel(RevocationSamples.At(StepNames.WaitGone,
            facts: RevocationSamples.Facts with { DeletionAnsweredAt = Samples.Noon }, state: step) with { State = state });

        Assert.Equal(["Confirmed", "Not known", "Not known"], panel.FindAll(".gone .pill").Select(Text));
    }

    [Fact]
    public void What_was_only_stated_does_not_pass_for_seen()
    {
        var facts = RevocationSamples.Facts with { DeletionStatement = "Looked in Confluent Cloud.", GoneAt = Samples.Noon };

        var panel = Panel(RevocationSamples.At(StepNames.DecideVaultKey, facts: facts), part: RevocationPart.DeleteCluster);

        Assert.Equal(["Stated", "Seen", "Stated"], panel.FindAll(".gone .pill").Select(Text));
        Assert.Contains("A person stated it: Looked in Confluent Cloud.", panel.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_lost_permission_is_put_to_a_person_and_passes_for_nothing()
    {
        var panel = Panel(RevocationSamples.Asking(StepNames.WaitGone, RevocationSamples.Unseen,
            RevocationSamples.Facts with { DeletionAnsweredAt = Samples.Noon }));

        Assert.Contains("lost its permission", Text(panel.Find(".alert")), StringComparison.Ordinal);
        Assert.Equal(["It is deleted: record a statement", "Look again", "End this run"], panel.FindAll(".choice button").Select(Text));
    }

    [Fact]
    public void The_vault_key_has_three_ways_each_with_what_follows()
    {
        var panel = Panel(RevocationSamples.Asking(StepNames.DecideVaultKey, RevocationSamples.Key, Gone));

        Assert.Equal(["Leave the vault key as it is", "Disable every version", "Delete the key"],
            panel.FindAll(".choice button").Select(Text));
        Assert.Contains("It can be recovered until 22 Feb 2027; nobody can purge it earlier.", Text(panel.FindAll(".choice")[2]),
            StringComparison.Ordinal);
        Assert.True(panel.FindAll(".choice button")[2].HasAttribute("disabled"));
    }

    [Fact]
    public void While_others_use_it_the_key_can_only_be_left()
    {
        var panel = Panel(RevocationSamples.At(StepNames.DecideVaultKey, RevocationSamples.KeyInUse, Gone));

        Assert.Contains("orders-prod (lkc-other in env-9kx2v) uses the same vault key", Text(panel.Find(".alert")),
            StringComparison.Ordinal);
        Assert.Equal(["Leave the vault key as it is"], panel.FindAll(".choice button").Select(Text));
    }

    [Fact]
    public void By_hand_the_command_is_shown_and_its_effect_watched_for()
    {
        var panel = Panel(RevocationSamples.At(StepNames.TurnVaultKey, RevocationSamples.KeyByHand,
            Gone with { KeyChoice = KeyChoice.Delete, KeyByHand = true, KeyChosenBy = "another operator" }));

        Assert.Equal("az keyvault key delete --id …", panel.Find("pre").TextContent);
        Assert.Contains("Watching for the effect", panel.Markup, StringComparison.Ordinal);
        Assert.Contains("delete the key, by another operator", panel.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void The_release_counts_down_by_the_clouds_clock_and_can_be_put_into_a_calendar()
    {
        var facts = Gone with { CloudAhead = TimeSpan.FromDays(2) + TimeSpan.FromHours(3), DeletesRegistration = true };

        var panel = Panel(RevocationSamples.At(StepNames.WaitRelease, null, facts));

        Assert.Contains("2 days 21 h to go", Text(panel.Find(".big")), StringComparison.Ordinal);
        Assert.Contains("29 Nov 2026, 12:00", panel.Markup, StringComparison.Ordinal);
        Assert.Single(panel.FindAll("a[href='/runs/run-rev1/release.ics'][download]"));
    }

    [Fact]
    public void After_the_release_it_says_what_became_of_the_registration()
        => Assert.Contains("Registration cck-st4g1 was deleted, 29 Nov 2026, 12:00.",
            Show(RevocationSamples.Done, RevocationPart.WaitForRelease), StringComparison.Ordinal);

    [Fact]
    public void The_evidence_lists_what_was_done_and_can_be_downloaded()
    {
        var deed = new Deed(StepNames.DeleteCluster, "Deleted cluster lkc-st4g1n", "another operator", Samples.Noon, Samples.Noon, "req-9f1c");
        var run = RevocationSamples.Done with { Facts = RevocationSamples.Done.Facts with { Deeds = [deed] } };
        AuditEntry[] entries = [new(1, Samples.Noon, "another operator", "Deleted cluster lkc-st4g1n", run.Id)];
        var evidence = new Evidence(run, FourDates.Of(run, Samples.Noon), [], entries, AuditChain.Of(run.Id, entries), Samples.Noon);

        var panel = Render<PartPanel>(it
            => it.Add(p => p.Run, run).Add(p => p.Part, RevocationPart.Evidence).Add(p => p.Evidence, evidence));

        foreach (var said in (string[])["Deleted cluster lkc-st4g1n", "another operator", "req-9f1c", "Nobody is left.", evidence.Digest])
            Assert.Contains(said, panel.Markup, StringComparison.Ordinal);
        Assert.Equal(["/runs/run-rev1/evidence.md", "/runs/run-rev1/evidence.json"],
            panel.FindAll("a[download]").Select(link => link.GetAttribute("href")));
    }

    private string Show(Run run, RevocationPart? part = null) => Text(Panel(run, part: part).Find(".card"));

    private IRenderedComponent<PartPanel> Panel(Run run, Action<PersonAnswer>? answer = null, RevocationPart? part = null)
        => Render<PartPanel>(
        it => it.Add(p => p.Run, run).Add(p => p.Part, part ?? RevocationParts.Current(run)).Add(p => p.OnAnswer, answer ?? (_ => { })));
}
