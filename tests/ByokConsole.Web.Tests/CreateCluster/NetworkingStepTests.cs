using ByokConsole.Core.Confluent;

namespace ByokConsole.Web.Tests.CreateCluster;

public sealed class NetworkingStepTests : WizardTestContext
{
    [Fact]
    public async Task The_internet_needs_nothing_more()
    {
        var page = await OpenAsync("networking", ReadyForSecurity);

        await ClickAsync(page, "Continue");

        page.WaitForAssertion(() => Assert.EndsWith($"/drafts/{DraftId}/security", Navigation.Uri, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Where_there_is_no_network_the_page_says_so_why_and_where_one_is_made()
    {
        var page = await OpenAsync("networking", draft =>
        {
            ReadyForSecurity(draft);
            draft.Networking = NetworkKind.PrivateLink;
        });

        page.WaitForAssertion(() => Assert.Contains("Making one needs consent on your side", page.Markup, StringComparison.Ordinal));
        Assert.Contains("https://confluent.cloud/environments/env-9kx2v/networks", page.Markup, StringComparison.Ordinal);
        await ClickAsync(page, "Continue");
        Assert.Equal("Choose a network, or the internet.", page.WhyNot());
    }
}
