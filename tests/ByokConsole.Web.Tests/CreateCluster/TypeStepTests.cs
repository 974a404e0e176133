using ByokConsole.Core.Drafts;

namespace ByokConsole.Web.Tests.CreateCluster;

public sealed class TypeStepTests : WizardTestContext
{
    [Fact]
    public async Task Only_dedicated_can_be_chosen_and_the_others_say_why()
    {
        var page = await OpenAsync("type");

        foreach (var name in new[] { "Basic", "Standard", "Enterprise" })
        {
            Assert.True(page.Radio(name).HasAttribute("disabled"));
            Assert.Contains($"for {name}, use Confluent Cloud.", page.Radio(name).Closest("label")!.TextContent, StringComparison.Ordinal);
        }
        Assert.False(page.Radio("Dedicated").HasAttribute("disabled"));
    }

    [Fact]
    public async Task Choosing_dedicated_is_saved_and_opens_the_next_step()
    {
        var page = await OpenAsync("type");

        await page.Radio("Dedicated").ClickAsync();
        await ClickAsync(page, "Begin configuration");

        var stored = await StoredAsync();
        Assert.Equal((ClusterType.Dedicated, DraftStep.Region), (stored.ClusterType, stored.Reached));
        Assert.EndsWith("/drafts/d-4c19/region", Navigation.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pressed_too_early_it_says_what_is_missing_and_moves_focus_there()
    {
        var page = await OpenAsync("type");

        await ClickAsync(page, "Begin configuration");

        Assert.EndsWith("/", Navigation.Uri, StringComparison.Ordinal);
        Assert.Equal("field-ClusterType", Script.VerifyInvoke("focus").Arguments[0]);
        Assert.Equal(page.WhyNot(), page.Find("#field-ClusterType-error").TextContent);
    }

    [Theory]
    [InlineData("1000", "beyond what a Dedicated cluster")]
    [InlineData("0", "at least 1 CKU")]
    [InlineData("-3", "at least 1 CKU")]
    public async Task A_size_that_no_cluster_has_stays_as_typed_and_is_told_at_its_field(string typed, string told)
    {
        var page = await OpenAsync("type");

        Type(page, "Confluent units (CKU)", typed);

        page.WaitForAssertion(() => Assert.Contains(told, page.ErrorOf("Confluent units (CKU)"), StringComparison.Ordinal));
        Assert.Equal(int.Parse(typed, System.Globalization.CultureInfo.InvariantCulture), (await StoredAsync()).Cku);
    }

    [Fact]
    public async Task The_size_is_saved_as_typed_and_shows_what_it_gives()
    {
        var page = await OpenAsync("type");

        Type(page, "Confluent units (CKU)", "2");

        page.WaitForAssertion(() => Assert.Contains("120", page.Find("dl").TextContent, StringComparison.Ordinal));
        Assert.Equal(2, (await StoredAsync()).Cku);
    }
}
