using ByokConsole.Core.Drafts;
using ByokConsole.Web.Features.Drafts;

namespace ByokConsole.Web.Tests.Drafts;

public sealed class DraftsPageTests : PageTestContext
{
    private const string EnvironmentId = "env-9kx2v";

    [Fact]
    public void Without_drafts_it_says_what_would_be_kept_here()
    {
        var page = Render<DraftsPage>(parameters => parameters.Add(p => p.EnvironmentId, EnvironmentId));

        page.WaitForAssertion(() => Assert.Contains("No drafts.", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_draft_is_listed_with_a_way_to_go_on()
    {
        await Drafts.AddAsync(
            new ClusterDraft { Id = "d-1", EnvironmentId = EnvironmentId, Owner = "local operator", CreatedAt = Clock.GetUtcNow(), SavedAt = Clock.GetUtcNow(), DisplayName = "orders-prod", Revision = 1 },
            Xunit.TestContext.Current.CancellationToken);

        var page = Render<DraftsPage>(parameters => parameters.Add(p => p.EnvironmentId, EnvironmentId));

        page.WaitForAssertion(() => Assert.Contains("orders-prod", page.Find("[aria-label=Drafts]").TextContent, StringComparison.Ordinal));
        Assert.Contains("/drafts/d-1", page.Find("[aria-label=Drafts]").InnerHtml, StringComparison.Ordinal);
    }
}
