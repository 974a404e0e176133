using ByokConsole.Core.Provisioning;
using ByokConsole.Core.Revocation;
using ByokConsole.Tests.Builders;
using ByokConsole.Web.Features.RevokeKey;

namespace ByokConsole.Web.Tests.RevokeKey;

public sealed class RevokeKeyPageTests : PageTestContext
{
    private const string Address = "/environments/env-4mq7d/clusters/lkc-st4g1n/revoke";

    [Fact]
    public async Task A_visit_starts_nothing_and_the_button_starts_one_run()
    {
        Kafka.Clusters.Add(Samples.Cluster);
        Registrations.Registrations.Add(Samples.Registration);
        var page = Open();
        page.WaitForAssertion(() => Assert.Contains("What this does", page.Markup, StringComparison.Ordinal));
        Assert.Empty(await RunStore.ListAsync(null, Xunit.TestContext.Current.CancellationToken));

        await ClickAsync(page, "Start with the plan");

        page.WaitForAssertion(() => Assert.Equal("Revoke access to payments-staging", page.Find("h1").TextContent));
        var run = Assert.Single(await RunStore.ListAsync(null, Xunit.TestContext.Current.CancellationToken));
        Assert.Equal((RunKind.RevokeAccess, "local operator"), (run.Kind, run.StartedBy));
        Assert.Equal([run.Id], Woken.Ids);
        Assert.Contains(run.Id, page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_start_that_fails_says_why()
    {
        Kafka.Clusters.Add(Samples.Cluster);
        Registrations.Registrations.Add(Samples.Registration with { Key = null, KeyText = "arn:aws:kms:x" });
        var page = Open();
        page.WaitForAssertion(() => Assert.Contains("What this does", page.Markup, StringComparison.Ordinal));

        await ClickAsync(page, "Start with the plan");

        page.WaitForAssertion(() => Assert.Contains("names no Azure key", Text(page.Find("[role=alert]")), StringComparison.Ordinal));
    }

    [Fact]
    public void Without_a_key_of_yours_there_is_nothing_to_revoke()
    {
        Kafka.Clusters.Add(Samples.Cluster with { KeyRegistrationId = null });

        var page = Open();

        page.WaitForAssertion(() => Assert.Contains("there is no access to revoke", page.Markup, StringComparison.Ordinal));
        Assert.Single(page.FindAll("a[href='/environments/env-4mq7d/clusters/lkc-st4g1n/delete']"));
    }

    [Fact]
    public void While_the_cluster_is_being_deleted_the_page_leads_to_that_run()
    {
        RunStore.Put(RevocationSamples.At(StepNames.AgreeDeletion) with { Id = "run-del1", Kind = RunKind.DeleteCluster });

        var page = Open();

        Assert.Contains("is being deleted already", page.Markup, StringComparison.Ordinal);
        Assert.Single(page.FindAll("a[href='/runs/run-del1']"));
    }

    [Fact]
    public void The_four_dates_and_the_seven_parts_are_on_every_part()
    {
        RunStore.Put(RevocationSamples.Done);

        foreach (var slug in Enum.GetValues<RevocationPart>().Select(PartWords.Slug))
        {
            var page = Open(slug);
            Assert.Equal(4, page.FindAll("ol.rail > li").Count);
            Assert.Equal(7, page.FindAll("nav.parts li").Count);
            // The address without a part leads to the newest one, which is the last here.
            var expected = slug == "evidence" ? Address : $"{Address}/{slug}";
            Assert.Equal(expected, page.FindAll("nav.parts a[aria-current=page]").Single().GetAttribute("href"));
        }
    }

    [Fact]
    public void The_page_follows_the_run_and_a_finished_one_stays_as_the_record()
    {
        RunStore.Put(RevocationSamples.Asking(StepNames.AgreePlan, RevocationSamples.Plan));
        var page = Open();
        Assert.Equal("Plan", Heading(page));

        RunStore.Put(RevocationSamples.At(StepNames.StopClients, RevocationSamples.Clients));
        page.WaitForAssertion(() => Assert.Equal("Clients stopped", Heading(page)));
        RunStore.Put(RevocationSamples.Done);

        page.WaitForAssertion(() => Assert.Equal("Revoked access to payments-staging", page.Find("h1").TextContent));
        Assert.Equal("Evidence", Heading(page));
        Assert.Empty(page.FindAll("div.actions"));
    }

    [Fact]
    public async Task The_plan_waits_for_the_box_and_the_answer_carries_both()
    {
        RunStore.Put(RevocationSamples.Asking(StepNames.AgreePlan, RevocationSamples.Plan));
        var page = Open();
        Assert.True(Button(page, "Go on to the clients").HasAttribute("disabled"));

        page.FindAll("input[type=checkbox]")[0].Change(true);
        page.FindAll("input[type=checkbox]")[1].Change(true);
        await ClickAsync(page, "Go on to the clients");

        var answer = (await FindAsync()).Answer!;
        Assert.Equal((AnswerIds.AgreePlan, true, true),
            (answer.Choice, answer.Has(AnswerIds.OthersKnow), answer.Has(AnswerIds.DeleteRegistration)));
    }

    [Fact]
    public async Task An_answer_to_what_is_no_longer_asked_does_nothing_and_says_so()
    {
        RunStore.Put(RevocationSamples.Asking(StepNames.DecideVaultKey, RevocationSamples.Key,
            RevocationSamples.Facts with { GoneAt = Samples.Noon }));
        var page = Open();

        // The journal moves on in the very moment of the click, before the page can be drawn anew.
        await page.InvokeAsync(() =>
        {
            var stale = Button(page, "Disable every version");
            RunStore.Put(RevocationSamples.At(StepNames.DecideVaultKey, RevocationSamples.KeyInUse,
                RevocationSamples.Facts with { GoneAt = Samples.Noon }));
            return stale.ClickAsync();
        });

        page.WaitForAssertion(()
            => Assert.Contains("Nothing was done on your answer", Text(page.Find(".notice")), StringComparison.Ordinal));
        Assert.Null((await FindAsync()).Answer);
        Assert.Equal(["Leave the vault key as it is"], page.FindAll(".choice button").Select(Text));
        Assert.Contains("uses the same vault key", Text(page.Find(".alert")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_clicks_are_one_answer()
    {
        RunStore.Put(RevocationSamples.Asking(StepNames.DecideVaultKey, RevocationSamples.Key,
            RevocationSamples.Facts with { GoneAt = Samples.Noon }));
        var page = Open();
        var form = page.FindComponents<ChoiceForm>()[1].Instance;
        var answer = new PersonAnswer(form.Question.Mark, form.Choice.Id, "local operator");

        await page.InvokeAsync(() => Task.WhenAll(form.OnAnswer.InvokeAsync(answer), form.OnAnswer.InvokeAsync(answer)));

        Assert.Single((await FindAsync()).Facts.Deeds);
    }

    [Theory]
    [InlineData(StepNames.AgreePlan)]
    [InlineData(StepNames.StopClients)]
    [InlineData(StepNames.WaitGone)]
    public void By_its_address_the_vault_key_cannot_be_touched_before_its_turn(string step)
    {
        RunStore.Put(RevocationSamples.Asking(step, RevocationSamples.Key));

        var page = Open("vault-key");

        Assert.Equal("Vault key", Heading(page));
        Assert.Contains("Nothing can be done here before that", page.Markup, StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".choice"));
    }

    [Fact]
    public async Task Stop_here_ends_the_run_while_nothing_was_deleted()
    {
        RunStore.Put(RevocationSamples.Asking(StepNames.AgreePlan, RevocationSamples.Plan));
        var provider = Render<MudBlazor.MudDialogProvider>();
        var page = Open();

        await ClickAsync(page, "Stop here");
        provider.WaitForAssertion(() => Assert.Contains("Nothing was changed.", provider.Markup, StringComparison.Ordinal));
        await ClickAsync(provider, "End this run");

        page.WaitForAssertion(() => Assert.Contains("This revocation was called off.", page.Markup, StringComparison.Ordinal));
        Assert.Equal(RunState.Cancelled, (await FindAsync()).State);
        Assert.Contains("Start again", page.FindAll("button").Select(Text));
        provider.WaitForAssertion(() => Assert.Empty(provider.FindAll(".mud-overlay")));
    }

    [Fact]
    public void Once_the_deletion_was_asked_for_nothing_can_be_called_off()
    {
        RunStore.Put(RevocationSamples.At(StepNames.WaitGone, facts: RevocationSamples.Facts with { DeletionAnsweredAt = Samples.Noon }));

        var page = Open();

        Assert.DoesNotContain("Stop here", page.FindAll("button").Select(Text));
        Assert.Contains("can no longer be called off", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_that_failed_says_why_and_what_exists()
    {
        RunStore.Put(RevocationSamples.At(StepNames.DeleteCluster, state: StepState.Failed) with
        {
            State = RunState.Failed,
            Rejection = new Rejection("Confluent Cloud refused.", [], "Cluster lkc-st4g1n exists. Nothing was deleted.", null, "9f1c"),
        });

        var page = Open();
        var alert = Text(page.Find("[role=alert]"));

        Assert.DoesNotContain("Key unrecoverable", page.Markup, StringComparison.Ordinal);
        Assert.Contains("Confluent Cloud refused.", alert, StringComparison.Ordinal);
        Assert.Contains("Nothing was deleted.", alert, StringComparison.Ordinal);
    }

    private IRenderedComponent<RevokeKeyPage> Open(string? part = null) => Render<RevokeKeyPage>(
        page => page.Add(it => it.EnvironmentId, Samples.Staging).Add(it => it.ClusterId, "lkc-st4g1n").Add(it => it.Part, part));

    private static string Heading(IRenderedComponent<RevokeKeyPage> page) => page.Find(".flow .card h2").TextContent;

    private static AngleSharp.Dom.IElement Button(IRenderedComponent<RevokeKeyPage> page, string name)
        => page.FindAll("button").Single(button => Text(button) == name);

    private async Task<Run> FindAsync() => (await RunStore.FindAsync("run-rev1", Xunit.TestContext.Current.CancellationToken))!;
}
