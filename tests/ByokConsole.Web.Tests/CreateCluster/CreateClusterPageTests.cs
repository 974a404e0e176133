using ByokConsole.Tests.Builders;
using ByokConsole.Web.Features.CreateCluster;
using ByokConsole.Web.Features.Environments;
using Microsoft.Extensions.DependencyInjection;

namespace ByokConsole.Web.Tests.CreateCluster;

public sealed class CreateClusterPageTests : WizardTestContext
{
    [Fact]
    public void A_draft_that_does_not_exist_says_so_with_a_way_on()
    {
        var page = Render<CreateClusterPage>(parameters => parameters.Add(p => p.DraftId, "d-none").Add(p => p.StepName, "type"));

        page.WaitForAssertion(() => Assert.Contains("This draft does not exist", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public void The_address_of_a_draft_that_was_launched_leads_to_its_run()
    {
        RunStore.Put(Samples.Run with { DraftId = "d-launched" });

        var page = Render<CreateClusterPage>(parameters => parameters.Add(p => p.DraftId, "d-launched").Add(p => p.StepName, "review"));

        page.WaitForAssertion(() => Assert.Contains("This draft was launched", page.Markup, StringComparison.Ordinal));
        Assert.Equal("/runs/run-2f81", page.Find(".mud-button-root").GetAttribute("href"));
    }

    [Fact]
    public async Task Steps_that_are_done_show_their_choice_and_link_back()
    {
        var page = await OpenAsync("security", ReadyForSecurity);

        Assert.Equal($"/drafts/{DraftId}/region", page.Find("nav[aria-label=Steps] li:nth-child(2) a").GetAttribute("href"));
        Assert.Contains("Azure eastus, single zone", page.Find("nav[aria-label=Steps]").TextContent, StringComparison.Ordinal);
        Assert.Equal("step", page.Find("nav[aria-label=Steps] [aria-current]").GetAttribute("aria-current"));
    }

    [Fact]
    public async Task A_draft_that_is_opened_by_its_link_is_in_its_environment()
    {
        await OpenAsync("type");

        Assert.Equal(EnvironmentId, Services.GetRequiredService<CurrentEnvironment>().Id);
    }

    [Fact]
    public async Task Another_tabs_save_is_told_and_nothing_is_overwritten()
    {
        var page = await OpenAsync("review", draft =>
        {
            WithGoodKey(draft);
            draft.DisplayName = "mine";
        });
        var theirs = await StoredAsync();
        theirs.DisplayName = "theirs";
        Assert.True(await Drafts.TrySaveAsync(theirs, Xunit.TestContext.Current.CancellationToken));

        Type(page, "Cluster name", "mine too");

        page.WaitForAssertion(() => Assert.Contains("tab", page.Markup, StringComparison.OrdinalIgnoreCase));
        Assert.Equal("theirs", (await StoredAsync()).DisplayName);
    }
}
