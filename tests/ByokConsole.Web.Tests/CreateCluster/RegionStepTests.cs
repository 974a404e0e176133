using ByokConsole.Core.Confluent;
using ByokConsole.Core.Drafts;

namespace ByokConsole.Web.Tests.CreateCluster;

public sealed class RegionStepTests : WizardTestContext
{
    [Fact]
    public async Task Only_Azure_can_be_chosen_and_the_others_say_why()
    {
        var page = await OpenAsync("region", draft => draft.ClusterType = ClusterType.Dedicated);

        Assert.True(page.Radio("AWS").HasAttribute("disabled"));
        Assert.True(page.Radio("Google Cloud").HasAttribute("disabled"));
        Assert.Contains("This console creates clusters on Azure", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_region_the_step_says_so_and_stays()
    {
        var page = await OpenAsync("region", draft => draft.ClusterType = ClusterType.Dedicated);

        await ClickAsync(page, "Continue");

        Assert.Equal("Choose a region.", page.WhyNot());
        Assert.DoesNotContain("networking", Navigation.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_zones_with_one_unit_are_refused_and_mended_by_one_click()
    {
        var page = await OpenAsync("region", draft => (draft.ClusterType, draft.Region) = (ClusterType.Dedicated, "eastus"));

        await page.Radio("Multi zone").ClickAsync();

        page.WaitForAssertion(() => Assert.Contains("at least 2 CKU", page.WhyNot(), StringComparison.Ordinal));
        Assert.Equal(Availability.MultiZone, (await StoredAsync()).Availability);
    }

    [Fact]
    public async Task A_region_the_console_does_not_know_passes_with_a_note()
    {
        var page = await OpenAsync("region", draft => (draft.ClusterType, draft.Region) = (ClusterType.Dedicated, "marscentral"));

        Assert.Contains("Confluent decides when the cluster is created", page.Markup, StringComparison.Ordinal);
        await ClickAsync(page, "Continue");
        page.WaitForAssertion(() => Assert.EndsWith($"/drafts/{DraftId}/networking", Navigation.Uri, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("westeurop", "westeurope")]
    [InlineData("eatsus2", "eastus2")]
    public async Task A_slip_of_the_finger_is_mended_by_one_click(string typed, string meant)
    {
        var page = await OpenAsync("region", draft => (draft.ClusterType, draft.Region) = (ClusterType.Dedicated, typed));

        await ClickAsync(page, button => Text(button).StartsWith($"Use {meant} (", StringComparison.Ordinal));

        page.WaitForAssertion(() => Assert.DoesNotContain("not in this console's list", page.Markup, StringComparison.Ordinal));
        Assert.Equal(meant, (await StoredAsync()).Region);
    }

    [Fact]
    public async Task What_is_near_to_no_region_is_not_guessed_at()
    {
        var page = await OpenAsync("region", draft => (draft.ClusterType, draft.Region) = (ClusterType.Dedicated, "marscentral"));

        Assert.DoesNotContain(page.FindAll("button"), button => button.TextContent.Contains("Use ", StringComparison.Ordinal));
    }
}
