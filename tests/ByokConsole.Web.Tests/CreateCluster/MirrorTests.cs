using ByokConsole.Web.Features.CreateCluster.Session;

namespace ByokConsole.Web.Tests.CreateCluster;

/// <summary>What was typed after the last save, when the connection was lost: the tab kept it.</summary>
public sealed class MirrorTests : WizardTestContext
{
    private const string Name = "Cluster name";

    [Fact]
    public async Task Text_that_is_newer_than_the_draft_is_put_back_saved_and_told()
    {
        Kept(new MirroredEntries(0, Clock.GetUtcNow().AddSeconds(1).ToUnixTimeMilliseconds(), new OrderedDictionary<string, string?> { ["DisplayName"] = "orders-prod-2" }));

        var page = await OpenAsync("review", WithGoodKey);

        page.WaitForAssertion(() => Assert.Contains("Your last words were put back", page.Markup, StringComparison.Ordinal));
        Assert.Equal("orders-prod-2", page.Field(Name).GetAttribute("value"));
        Clock.Advance(TimeSpan.FromSeconds(1));
        page.WaitForAssertion(() => Assert.Equal("orders-prod-2", Drafts.FindAsync(DraftId, default).Result!.DisplayName));
    }

    [Fact]
    public async Task Text_that_was_saved_long_since_is_forgotten()
    {
        Kept(new MirroredEntries(-1, Clock.GetUtcNow().AddMinutes(-5).ToUnixTimeMilliseconds(), new OrderedDictionary<string, string?> { ["DisplayName"] = "stale" }));

        var page = await OpenAsync("review", draft =>
        {
            WithGoodKey(draft);
            draft.DisplayName = "orders-prod";
        });

        page.WaitForAssertion(() => Script.VerifyInvoke("forget"));
        Assert.Equal("orders-prod", page.Field(Name).GetAttribute("value"));
        Assert.DoesNotContain("put back", page.Markup, StringComparison.Ordinal);
    }

    private void Kept(MirroredEntries entries) => Script.Setup<MirroredEntries?>("read", DraftId).SetResult(entries);
}
