using ByokConsole.Web.Features.SandboxPortal;

namespace ByokConsole.Web.Tests.SandboxPortal;

/// <summary>What there is in the sandbox, with the way to each part.</summary>
public sealed class SandboxPageTests : PortalTestContext
{
    [Fact]
    public void Every_part_is_told_in_numbers_and_leads_to_its_page()
    {
        Host.Lists["vaults"] = $"[{Vault()}]";
        Host.Lists["keys"] = $"[{Key()},{Key("gone-cmk", ",\"deletedAt\":\"2026-11-20T00:00:00+00:00\"")}]";
        Host.Lists["faults"] = """[{"name":"Reset","count":2},{"name":"Slow","count":1}]""";

        var page = Render<SandboxPage>();

        var parts = page.FindAll(".parts a").ToDictionary(part => part.GetAttribute("href")!, Text);
        Assert.Equal(SandboxLinks.Sections.Skip(1).Select(section => section.Address).Order(), parts.Keys.Order());
        Assert.StartsWith("Vaults 1 vault Create", parts["/sandbox/vaults"], StringComparison.Ordinal);
        Assert.StartsWith("Keys 1 key, 1 deleted", parts["/sandbox/keys"], StringComparison.Ordinal);
        Assert.StartsWith("Clock 29 Nov 2026, 12:00", parts["/sandbox/clock"], StringComparison.Ordinal);
        Assert.StartsWith("Faults 3 still to come", parts["/sandbox/faults"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_storm_that_rages_is_not_forgotten()
    {
        Host.Lists["storm"] = """{"serverErrors":20}""";

        Assert.Contains("a storm rages", Text(Render<SandboxPage>().Find(".parts a[href='/sandbox/faults']")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sandbox_that_does_not_answer_is_said_with_what_to_do_and_asked_again()
    {
        Host.IsAway = true;
        var page = Render<SandboxPage>();
        Assert.Equal("The sandbox could not be read. The sandbox does not answer. See whether it still runs, and try again.", Alarm(page));

        Host.IsAway = false;
        await ClickAsync(page, "Try again");

        Assert.NotEmpty(page.FindAll(".parts a"));
        Assert.Empty(page.FindAll("[role=alert]"));
    }
}
