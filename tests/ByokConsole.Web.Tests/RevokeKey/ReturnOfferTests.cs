using ByokConsole.Core.Provisioning;
using ByokConsole.Core.Revocation;
using ByokConsole.Tests.Builders;
using ByokConsole.Web.Features.RevokeKey;

namespace ByokConsole.Web.Tests.RevokeKey;

public sealed class ReturnOfferTests : PageTestContext
{
    [Fact]
    public async Task The_way_back_starts_a_run_and_leads_there()
    {
        RunStore.Put(RevocationSamples.Done);
        var page = Render<RevokeKeyPage>(it
            => it.Add(p => p.EnvironmentId, Samples.Staging).Add(p => p.ClusterId, "lkc-st4g1n").Add(p => p.Part, "vault-key"));
        Assert.Contains("can be recovered until 22 Feb 2027, 12:00", page.Markup, StringComparison.Ordinal);

        await ClickAsync(page, "Recover the vault key");

        var back = Assert.Single(await RunStore.ListAsync(null, Xunit.TestContext.Current.CancellationToken), run
            => run.Kind is RunKind.RestoreKey);
        page.WaitForAssertion(() => Assert.Equal($"/runs/{back.Id}", Place));
    }

    [Fact]
    public void A_disabled_key_is_enabled_again()
    {
        var facts = RevocationSamples.Done.Facts.Removal! with { KeyDeletedAt = null, ScheduledPurgeAt = null,
            KeyChoice = KeyChoice.Disable, KeyDisabledAt = Samples.Noon };

        Assert.Equal("Enable the vault key again", Text(Offer(facts).Find("button")));
    }

    [Fact]
    public void A_purged_key_has_no_way_back()
    {
        Clock.Advance(TimeSpan.FromDays(91));

        var offer = Offer(RevocationSamples.Done.Facts.Removal!);

        Assert.Empty(offer.FindAll("button"));
        Assert.Contains("The vault has purged the key: nobody can get it back.", offer.Markup, StringComparison.Ordinal);
    }

    private IRenderedComponent<ReturnOffer> Offer(RemovalFacts facts)
        => Render<ReturnOffer>(it => it.Add(p => p.Run, RevocationSamples.Done with { Facts = new RunFacts { Removal = facts } }));
}
