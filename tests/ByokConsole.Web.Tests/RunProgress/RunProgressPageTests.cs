using ByokConsole.Core.Drafts;
using ByokConsole.Core.Provisioning;
using ByokConsole.Tests.Builders;
using ByokConsole.Web.Features.RunProgress;
using Microsoft.AspNetCore.Components;

namespace ByokConsole.Web.Tests.RunProgress;

public sealed class RunProgressPageTests() : PageTestContext(isLive: false)
{
    private IRenderedComponent<MudBlazor.MudDialogProvider>? _provider;

    [Fact]
    public void The_step_at_which_a_run_was_called_off_says_so_and_a_key_that_confluent_keeps_is_named()
    {
        var input = RunSamples.Waiting.Input with { Cluster = RunSamples.Waiting.Input.Cluster! with { KeyRegistrationId = null } };
        RunStore.Put(RunSamples.Waiting with
        {
            State = RunState.Cancelled, EndedAt = Samples.Noon.AddSeconds(9), Input = input, Facts = new RunFacts(),
            Steps = [RunSamples.Waiting.Steps[0] with { State = StepState.Cancelled }, .. RunSamples.Waiting.Steps.Skip(1).Select(step => new RunStepRecord { Name = step.Name })],
        });

        var page = Open();

        Assert.Contains("called off", page.Find("li.step").TextContent, StringComparison.Ordinal);
        Assert.Contains("Automatic", page.FindAll(".fact").Single(fact => fact.QuerySelector("dt")!.TextContent == "Key").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_under_way_says_what_it_does_how_long_and_that_the_page_may_be_closed()
    {
        RunStore.Put(RunSamples.Waiting);
        Clock.Advance(TimeSpan.FromMinutes(18) + TimeSpan.FromSeconds(42));

        var page = Open();

        Assert.Equal("Creating orders-prod", page.Find("h1").TextContent);
        Assert.Equal("Provisioning 18:42", Text(page.Find(".pill")));
        Assert.Equal("You can close this page. The run goes on, and this address comes back to it.", Text(page.Find(".lead")));
    }

    [Fact]
    public void Every_step_has_a_name_a_state_in_words_a_reason_and_its_time()
    {
        RunStore.Put(RunSamples.Waiting);
        Clock.Advance(TimeSpan.FromMinutes(10) + TimeSpan.FromSeconds(13));

        var steps = Open().FindAll("ol.line > li");

        Assert.Equal(
            ["Check the key again: done", "Create the cluster: done", "Wait until it is provisioned: waiting", "Verify its key: to come"],
            steps.Select(step => Text(step.QuerySelector(".what")!)));
        Assert.Equal(["0.2 s", "11 s", "10:00", ""], steps.Select(step => Text(step.QuerySelector(".at")!)));
        Assert.Contains("found by its key and adopted: lkc-7x2m4d", Text(steps[1]), StringComparison.Ordinal);
        Assert.Equal("step", steps[2].GetAttribute("aria-current"));
        Assert.NotEmpty(Text(steps[3].QuerySelector(".why")!));
    }

    [Fact]
    public void The_wait_for_the_cluster_has_a_scale_that_says_so_in_words_and_no_progress_bar()
    {
        RunStore.Put(RunSamples.Waiting);
        Clock.Advance(TimeSpan.FromMinutes(12.5) + TimeSpan.FromSeconds(13));

        var page = Open();

        var scale = Assert.Single(page.FindAll("figure.scale"));
        Assert.Contains("Confluent takes 25 minutes on average, seldom up to a day.", Text(scale), StringComparison.Ordinal);
        Assert.Equal("200", scale.QuerySelector(".gone")!.GetAttribute("width"));
        Assert.Empty(page.FindAll("[role=progressbar]"));
    }

    [Fact]
    public void What_the_journal_learns_is_on_the_page_at_once()
    {
        RunStore.Put(RunSamples.Waiting);
        var page = Open();

        RunStore.Put(RunSamples.Done, new RunEvent(1, Samples.Noon, null, false, "The cluster is PROVISIONED.", "9f1c"));
        Feed();

        page.WaitForAssertion(() => Assert.Equal("Created orders-prod", page.Find("h1").TextContent));
        Assert.Contains("The cluster is PROVISIONED.", Text(page.Find("[role=log]")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_that_is_done_leads_to_the_clusters_security_settings()
    {
        RunStore.Put(RunSamples.Done);

        var page = Open();

        Assert.Equal("Done in 20:00", Text(page.Find(".pill")));
        Assert.Single(page.FindAll("a[href='/environments/env-4mq7d/clusters/lkc-7x2m4d/settings/security']"));
        Assert.Empty(page.FindAll("figure.scale"));
    }

    [Fact]
    public void A_run_that_failed_says_what_exists_and_the_step_has_the_clouds_own_words()
    {
        RunStore.Put(RunSamples.Failed);
        Clock.Advance(TimeSpan.FromHours(1));

        var page = Open();

        Assert.Equal("orders-prod was not created", page.Find("h1").TextContent);
        Assert.Equal("No cluster was created. Registration cck-st4g1 remains.", Text(page.Find(".lead")));
        var step = page.FindAll("ol.line > li")[1];
        Assert.Contains("The encryption key is not valid or not authorized for Confluent.", Text(step), StringComparison.Ordinal);
        Assert.Equal(["byok_key_invalid", "5d7f3a"], step.QuerySelectorAll("[data-copy]").Select(button => button.GetAttribute("data-copy")));
        Assert.Equal(["/drafts/d-4c19/security", "/drafts/d-4c19/review"], step.QuerySelectorAll("a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public void A_reason_is_said_once_however_many_say_it()
    {
        var reason = RunSamples.Rejection.Reason;
        RunStore.Put(RunSamples.Failed with
        {
            Rejection = RunSamples.Rejection with { Fields = [new(DraftField.KeyIdentifier, reason)] },
            Steps = [RunSamples.Failed.Steps[0], RunSamples.Failed.Steps[1] with { Note = reason }],
        });

        var page = Open();

        Assert.Single(page.FindAll("ol.line p"), line => Text(line) == reason);
        _provider!.WaitForAssertion(() => Assert.Single(Dialogs));
        Assert.Equal(1, Dialogs[0].TextContent.Split(reason).Length - 1);
    }

    [Fact]
    public void A_rejection_that_comes_while_the_page_is_open_opens_the_dialog()
    {
        RunStore.Put(RunSamples.Waiting);
        var page = Open();
        Assert.Empty(Dialogs);

        RunStore.Put(RunSamples.Failed);
        Feed();

        _provider!.WaitForAssertion(() => Assert.Single(Dialogs));
        Assert.Contains("Confluent refused this key.", Dialogs[0].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Closing_the_dialog_returns_to_the_draft_where_the_first_refused_field_is()
    {
        RunStore.Put(RunSamples.Failed);
        Clock.Advance(TimeSpan.FromSeconds(20));
        var page = Open();
        _provider!.WaitForAssertion(() => Assert.Single(Dialogs));

        await Dialogs[0].QuerySelectorAll("button").Single(button => Text(button) == "Fix in step 4").ClickAsync();

        page.WaitForAssertion(() => Assert.Equal("/drafts/d-4c19/security", Place));
    }

    [Fact]
    public void A_rejection_that_is_no_news_opens_nothing()
    {
        RunStore.Put(RunSamples.Failed);
        Clock.Advance(TimeSpan.FromHours(1));

        Open();

        Assert.Empty(Dialogs);
    }

    [Fact]
    public void The_first_paint_shows_the_run_and_opens_nothing()
    {
        RunStore.Put(RunSamples.Failed);

        var page = Open(isLive: false);

        Assert.Equal("orders-prod was not created", page.Find("h1").TextContent);
        Assert.Empty(Dialogs);
    }

    [Fact]
    public void A_question_is_put_with_its_choices()
    {
        RunStore.Put(RunSamples.Asking);

        var question = Open().Find("section.question");

        Assert.Contains("Two clusters fit. Which one is it?", Text(question), StringComparison.Ordinal);
        Assert.Equal(["It is lkc-aa111", "Neither"], question.QuerySelectorAll("button").Select(Text));
    }

    [Fact]
    public async Task An_answer_goes_to_the_run_and_the_run_goes_on()
    {
        RunStore.Put(RunSamples.Asking);
        var page = Open();

        await ClickAsync(page, "It is lkc-aa111");

        page.WaitForAssertion(() => Assert.Empty(page.FindAll("section.question")));
        Assert.Equal("lkc-aa111", (await RunStore.FindAsync("run-2f81", Xunit.TestContext.Current.CancellationToken))?.Answer?.Choice);
        Assert.Equal(["run-2f81"], Woken.Ids);
    }

    [Fact]
    public async Task An_answer_that_wants_a_name_and_a_box_waits_for_both()
    {
        var choice = new PersonChoice("delete", "Delete cluster orders-prod")
        {
            TextLabel = "Name of the cluster", ExpectedText = "orders-prod", IsIrreversible = true, Options = [new("sure", "Turn protection off", true)],
        };
        RunStore.Put(RunSamples.Asking with { Question = new PersonQuestion("Delete it?", [choice]) { Command = "az keyvault key delete" } });
        var page = Open();
        AngleSharp.Dom.IElement Button() => page.FindAll("section.question button").Single(button => Text(button) == "Delete cluster orders-prod");

        Assert.Equal("az keyvault key delete", Text(page.Find("section.question pre")));
        Assert.True(Button().HasAttribute("disabled"));
        page.Find("section.question input[type=text]").Input("orders-prod");
        Assert.True(Button().HasAttribute("disabled"));
        page.Find("section.question input[type=checkbox]").Change(true);
        await ClickAsync(page, "Delete cluster orders-prod");

        page.WaitForAssertion(() => Assert.Empty(page.FindAll("section.question")));
        var answer = (await RunStore.FindAsync("run-2f81", Xunit.TestContext.Current.CancellationToken))!.Answer!;
        Assert.Equal(("delete", "orders-prod", "local operator", true), (answer.Choice, answer.Text, answer.By, answer.Has("sure")));
    }

    [Theory]
    [InlineData(RunKind.RevokeAccess, "Revoke access", "Revoking access to orders-prod")]
    [InlineData(RunKind.DeleteCluster, "Delete cluster", "Deleting orders-prod")]
    [InlineData(RunKind.RestoreKey, "Restore key", "Restoring orders-prod")]
    public void A_run_that_takes_away_or_brings_back_has_its_own_words(RunKind kind, string name, string title)
    {
        var run = RunSamples.Waiting with { Kind = kind, Input = new RunInput { ClusterId = "lkc-1" }, Facts = new RunFacts() };
        run = run with { Steps = [.. RunPlan.NamesOf(kind).Select(step => new RunStepRecord { Name = step })] };
        RunStore.Put(run);

        var page = Open();

        Assert.Equal((name, title), (RunTimeline.KindOf(kind), page.Find("h1").TextContent));
        Assert.All(run.Steps, step => Assert.NotEqual(step.Name, RunTimeline.TitleOf(step.Name)));
        Assert.All(run.Steps, step => Assert.NotEmpty(RunTimeline.PurposeOf(step.Name)));
    }

    [Fact]
    public void A_revocation_leads_to_its_own_page_and_its_evidence_can_be_taken_along()
    {
        RunStore.Put(RevokeKey.RevocationSamples.Done with { Id = "run-2f81" });

        var page = Open();

        Assert.Single(page.FindAll("a[href='/environments/env-4mq7d/clusters/lkc-st4g1n/revoke']"));
        Assert.Single(page.FindAll("a[href='/runs/run-2f81/evidence.md'][download]"));
    }

    [Fact]
    public async Task A_run_that_made_nothing_yet_can_be_cancelled()
    {
        RunStore.Put(Samples.Run with { Steps = [new() { Name = StepNames.RecheckKey, State = StepState.Running, StartedAt = Samples.Noon }] });
        var page = Open();

        await ClickAsync(page, "Cancel the run");

        page.WaitForAssertion(() => Assert.Equal("Creating orders-prod was cancelled", page.Find("h1").TextContent));
        Assert.Equal("It ended before anything was made.", Text(page.Find(".lead")));
    }

    [Fact]
    public void A_run_that_may_have_made_something_cannot_be_cancelled()
    {
        RunStore.Put(RunSamples.Waiting);

        Assert.DoesNotContain(Open().FindAll("button"), button => Text(button) == "Cancel the run");
    }

    [Fact]
    public async Task A_page_that_is_left_watches_no_more()
    {
        RunStore.Put(RunSamples.Waiting);
        var page = Open();
        var renders = page.RenderCount;

        await DisposeComponentsAsync();
        RunStore.Put(RunSamples.Done);

        Assert.Equal(renders, page.RenderCount);
    }

    [Fact]
    public void A_wrong_key_is_said_in_title_and_lead()
    {
        RunStore.Put(RunSamples.Done with { State = RunState.Failed, Facts = RunSamples.Done.Facts with { KeyMismatch = true } });

        var page = Open();

        Assert.Equal("orders-prod does not carry your key", page.Find("h1").TextContent);
        Assert.Contains("Put no data on it.", Text(page.Find(".lead")), StringComparison.Ordinal);
    }

    [Fact]
    public void Events_are_read_newest_first_from_a_log_that_takes_focus()
    {
        RunStore.Put(
            RunSamples.Waiting,
            new RunEvent(1, Samples.Noon, null, false, "first", null),
            new RunEvent(2, Samples.Noon.AddSeconds(1), null, true, "second", "9f1c"));

        var log = Open().Find("[role=log]");

        Assert.Equal("0", log.GetAttribute("tabindex"));
        Assert.Equal(["12:00:01 Warning: second request 9f1c", "12:00:00 first"], log.QuerySelectorAll("li").Select(Text));
    }

    [Fact]
    public void Facts_are_there_to_copy()
    {
        RunStore.Put(RunSamples.Waiting);

        var copied = Open().FindAll(".fact [data-copy]").Select(button => button.GetAttribute("data-copy"));

        Assert.Equal(["lkc-7x2m4d", "orders-prod", "cck-st4g1", Samples.StagingKey], copied);
    }

    [Theory]
    [InlineData(RunKind.RegisterKey, "Registering orders-prod")]
    [InlineData(RunKind.GrantAccess, "Granting access to orders-prod")]
    public void Registering_and_granting_use_the_same_page(RunKind kind, string title)
    {
        RunStore.Put(Samples.Run with { Kind = kind, Input = new RunInput { KeyIdentifier = Samples.StagingKey }, Facts = new RunFacts { RegistrationId = "cck-4kd91" } });

        var page = Open();

        Assert.Equal(title, page.Find("h1").TextContent);
        Assert.Contains("cck-4kd91", page.FindAll(".fact [data-copy]").Select(button => button.GetAttribute("data-copy")));
    }

    [Fact]
    public void The_clock_is_outside_of_what_is_read_aloud()
    {
        RunStore.Put(RunSamples.Waiting);
        var page = Open();
        var said = page.Find("[role=status]").TextContent;

        Clock.Advance(TimeSpan.FromSeconds(30));

        page.WaitForAssertion(() => Assert.Equal("Provisioning 0:30", Text(page.Find(".pill"))));
        Assert.Equal(said, page.Find("[role=status]").TextContent);
        Assert.Equal("Provisioning. 2 of 4 done", said);
    }

    [Fact]
    public void An_unknown_run_is_a_clear_page()
    {
        var page = Open();

        Assert.Equal("No such run", page.Find("h1").TextContent);
        Assert.Single(page.FindAll("a[href='/runs'].mud-button-root"));
    }

    private IReadOnlyList<AngleSharp.Dom.IElement> Dialogs => [.. _provider?.FindAll(".mud-dialog") ?? []];

    private void Feed() => Clock.Advance(TimeSpan.FromSeconds(1));

    private IRenderedComponent<RunProgressPage> Open(bool isLive = true)
    {
        SetRendererInfo(new RendererInfo(isLive ? "Server" : "Static", isLive));
        _provider = Render<MudBlazor.MudDialogProvider>();
        var page = Render<RunProgressPage>(p => p.Add(x => x.RunId, "run-2f81"));
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".loading")));
        return page;
    }
}
