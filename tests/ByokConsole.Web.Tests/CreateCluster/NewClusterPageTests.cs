using ByokConsole.Core.Drafts;
using ByokConsole.Web.Features.CreateCluster;

namespace ByokConsole.Web.Tests.CreateCluster;

public sealed class NewClusterPageTests : WizardTestContext
{
    [Fact]
    public async Task A_visit_makes_one_draft_and_goes_to_its_first_step()
    {
        var page = Render<NewClusterPage>(parameters => parameters.Add(p => p.EnvironmentId, EnvironmentId));

        page.WaitForAssertion(() => Assert.Contains("/drafts/d-", Navigation.Uri, StringComparison.Ordinal));
        page.Render();
        var draft = Assert.Single(await Drafts.ListAsync(EnvironmentId, Xunit.TestContext.Current.CancellationToken));
        Assert.Equal(DraftStep.Type, draft.Reached);
    }
}
