using ByokConsole.Core.Drafts;
using ByokConsole.Web.Features.CreateCluster;

namespace ByokConsole.Web.Tests.CreateCluster;

public sealed class NewClusterPageTests : WizardTestContext
{
    [Fact]
    public async Task A_visit_makes_one_draft_and_goes_to_its_first_step()
    {
        var moved = new TaskCompletionSource();
        Navigation.LocationChanged += (_, _) => moved.TrySetResult();

        var page = Render<NewClusterPage>(parameters => parameters.Add(p => p.EnvironmentId, EnvironmentId));
        await moved.Task.WaitAsync(TimeSpan.FromMinutes(1), Xunit.TestContext.Current.CancellationToken);
        page.Render();

        Assert.StartsWith("/drafts/d-", Place, StringComparison.Ordinal);
        var id = new Uri(Navigation.Uri).Segments[2].TrimEnd('/');
        var draft = await Drafts.FindAsync(id, Xunit.TestContext.Current.CancellationToken);
        Assert.Equal((EnvironmentId, DraftStep.Type), (draft?.EnvironmentId, draft!.Reached));
        Assert.Empty(await Drafts.ListAsync(EnvironmentId, Xunit.TestContext.Current.CancellationToken));
    }

    [Fact]
    public void In_an_environment_that_nobody_knows_no_draft_is_made()
    {
        var page = Render<NewClusterPage>(parameters => parameters.Add(p => p.EnvironmentId, "env-n0ne"));

        page.WaitForAssertion(() => Assert.Contains("Confluent does not know the environment env-n0ne", page.Markup, StringComparison.Ordinal));
        Assert.DoesNotContain("/drafts/", Navigation.Uri, StringComparison.Ordinal);
    }
}
