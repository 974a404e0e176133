using ByokConsole.Core.Clusters;
using ByokConsole.Core.Drafts;
using Microsoft.Extensions.DependencyInjection;
using ByokConsole.Web.Tests.Shared.Clusters;

namespace ByokConsole.Web.Tests.CreateCluster;

public sealed class ReviewStepTests : WizardTestContext
{
    [Fact]
    public async Task It_shows_what_was_chosen_what_is_final_and_what_losing_the_key_means()
    {
        var page = await OpenAsync("review", Ready);

        foreach (var text in (string[])[KeyId, VaultId, Tenant, "cck-1", "What cannot be changed later", "Neither Confluent nor Microsoft can bring it back"])
            Assert.Contains(text, page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_will_be_created_is_there_as_code_once_all_of_it_is_known()
    {
        var page = await OpenAsync("review", Ready);

        await page.OpenCodeAsync();
        Assert.Contains("orders-prod", page.Code(), StringComparison.Ordinal);

        page.Field("Cluster name").Input("");
        page.WaitForAssertion(() => Assert.Contains("Once nothing is missing any more, the cluster is shown here as Terraform", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_the_typed_acknowledgement_nothing_is_launched()
    {
        var page = await OpenAsync("review", Ready);

        await ClickAsync(page, "Launch cluster");

        Assert.Contains("Type the key's name", page.WhyNot(), StringComparison.Ordinal);
        Assert.Empty(await RunStore.ListAsync(null, Xunit.TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_acknowledgement_is_taken_as_it_is_written_and_only_so()
    {
        var page = await OpenAsync("review", Ready);
        page.Field("Type orders-cmk to confirm").Input("Orders-CMK");

        await ClickAsync(page, "Launch cluster");

        Assert.Contains("only upper and lower case differ", page.WhyNot(), StringComparison.Ordinal);
        Assert.Empty(await RunStore.ListAsync(null, Xunit.TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_environment_is_named()
    {
        await Services.GetRequiredService<ClusterCatalog>().EnvironmentsAsync(fresh: true, Xunit.TestContext.Current.CancellationToken);

        Assert.Contains("The environment: default (env-9kx2v).", (await OpenAsync("review", Ready)).Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Launched_twice_it_is_one_run_and_the_page_goes_there()
    {
        var page = await OpenAsync("review", Ready);
        page.Field("Type orders-cmk to confirm").Input("orders-cmk");

        await Task.WhenAll(page.Button("Launch cluster").ClickAsync(), page.Button("Launch cluster").ClickAsync());

        var run = Assert.Single(await RunStore.ListAsync(null, Xunit.TestContext.Current.CancellationToken));
        Assert.EndsWith($"/runs/{run.Id}", Navigation.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_an_earlier_step_lacks_is_listed_with_a_way_there()
    {
        var page = await OpenAsync("review", draft =>
        {
            Ready(draft);
            draft.Region = null;
        });

        Assert.Contains("Not ready to launch", page.Markup, StringComparison.Ordinal);
        Assert.NotNull(page.Find($"a[href='/drafts/{DraftId}/region']"));
    }

    private static void Ready(ClusterDraft draft)
    {
        WithGoodKey(draft);
        (draft.RegistrationId, draft.ApplicationId, draft.DisplayName, draft.Reached) = ("cck-1", Guid.NewGuid(), "orders-prod", DraftStep.Review);
    }
}
