using ByokConsole.Core.Provisioning;
using ByokConsole.Core.Revocation;
using ByokConsole.Tests.Builders;
using ByokConsole.Web.Features.DeleteCluster;
using ByokConsole.Web.Tests.RevokeKey;

namespace ByokConsole.Web.Tests.DeleteCluster;

public sealed class DeleteClusterPageTests : PageTestContext
{
    [Fact]
    public void It_says_what_becomes_of_the_key()
    {
        var text = Open(Samples.Cluster).Find(".page-col").TextContent;

        foreach (var said in (string[])["stays bound for five days", "Your vault key stays as it is, and so do the roles", "cck-st4g1"])
            Assert.Contains(said, text, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_key_of_yours_it_says_that_confluent_keeps_its_own()
        => Assert.Contains("Confluent keeps this cluster's key", Open(Samples.Cluster with { KeyRegistrationId = null }).Markup,
            StringComparison.Ordinal);

    [Fact]
    public void A_protected_cluster_goes_by_its_name_and_with_its_protection_turned_off_on_purpose()
    {
        var page = Open(Samples.Cluster with { DeletionProtection = true });

        Assert.Contains("Deletion protection is on", page.Markup, StringComparison.Ordinal);
        Assert.True(Button(page).HasAttribute("disabled"));
        page.Find("input[type=text]").Input("payments-staging");
        Assert.True(Button(page).HasAttribute("disabled"));
        page.Find("input[type=checkbox]").Change(true);
        Assert.False(Button(page).HasAttribute("disabled"));
    }

    [Fact]
    public async Task What_was_typed_here_is_the_answer_to_what_the_run_asks()
    {
        Registrations.Registrations.Add(Samples.Registration);
        var page = Open(Samples.Cluster with { DeletionProtection = true });
        page.Find("input[type=text]").Input("payments-staging");
        page.Find("input[type=checkbox]").Change(true);

        var click = ClickAsync(page, "Delete cluster payments-staging");
        var run = await StartedAsync();
        RunStore.Put(run with { State = RunState.NeedsPerson, Question = RevocationSamples.Deletion });
        await click;

        page.WaitForAssertion(() => Assert.Equal($"/runs/{run.Id}", Place));
        var answer = (await RunStore.FindAsync(run.Id, Xunit.TestContext.Current.CancellationToken))!.Answer!;
        Assert.Equal((RunKind.DeleteCluster, AnswerIds.DeleteCluster, "payments-staging", true),
            (run.Kind, answer.Choice, answer.Text, answer.Has(AnswerIds.Unprotect)));
    }

    [Fact]
    public async Task Where_the_run_is_slow_to_ask_its_own_page_puts_the_question()
    {
        Registrations.Registrations.Add(Samples.Registration);
        var page = Open(Samples.Cluster);
        page.Find("input[type=text]").Input("payments-staging");

        var click = ClickAsync(page, "Delete cluster payments-staging");
        var run = await StartedAsync();
        while (!click.IsCompleted)
        {
            Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        page.WaitForAssertion(() => Assert.Equal($"/runs/{run.Id}", Place));
        Assert.Null((await RunStore.FindAsync(run.Id, Xunit.TestContext.Current.CancellationToken))!.Answer);
    }

    [Theory]
    [InlineData(RunKind.DeleteCluster, "/runs/run-rev1")]
    [InlineData(RunKind.RevokeAccess, "/environments/env-4mq7d/clusters/lkc-st4g1n/revoke")]
    public void While_it_is_taken_away_already_the_page_leads_there(RunKind kind, string address)
    {
        RunStore.Put(RevocationSamples.At(StepNames.AgreeDeletion) with { Kind = kind });

        var page = Open(Samples.Cluster);

        Assert.Single(page.FindAll($"a[href='{address}']"));
        Assert.Empty(page.FindAll("input"));
    }

    private async Task<Run> StartedAsync()
    {
        while (true)
        {
            if (await RunStore.ListAsync(null, Xunit.TestContext.Current.CancellationToken) is [var run, ..])
                return run;
            await Task.Yield();
        }
    }

    private static AngleSharp.Dom.IElement Button(IRenderedComponent<DeleteClusterPage> page)
        => page.FindAll("button").Single(button => Text(button) == "Delete cluster payments-staging");

    private IRenderedComponent<DeleteClusterPage> Open(ByokConsole.Core.Confluent.KafkaCluster cluster)
    {
        Kafka.Clusters.Add(cluster);
        return Render<DeleteClusterPage>(page => page.Add(it => it.EnvironmentId, Samples.Staging).Add(it => it.ClusterId, "lkc-st4g1n"));
    }
}
