using ByokConsole.Core.Clouds;
using ByokConsole.Web.Shared;

namespace ByokConsole.Web.Tests.Shared;

public sealed class ErrorPanelTests : ConsoleTestContext
{
    private static readonly CloudFault Fault = new(CloudService.KeyVault, FaultKind.Forbidden, "The vault's firewall refused this console.")
    {
        Status = 403,
        Code = "ForbiddenByFirewall",
        RequestId = "9f1c-77",
    };

    [Fact]
    public void A_fault_says_what_happened_why_what_to_do_and_whom_to_quote()
    {
        var panel = Render<ErrorPanel>(p => p
            .Add(x => x.Title, "The key could not be read.")
            .Add(x => x.Fault, Fault)
            .Add(x => x.Remedy, "Let this machine's address through."));

        var texts = panel.FindAll("p").Select(p => p.TextContent);
        Assert.Equal(["The key could not be read.", "The vault's firewall refused this console.", "Let this machine's address through."], texts);
        Assert.Equal(["KeyVault", "403", "ForbiddenByFirewall", "9f1c-77"], panel.FindAll("dd .mono").Select(dd => dd.TextContent));
        Assert.Equal("alert", panel.Find("section").GetAttribute("role"));
    }

    [Fact]
    public async Task Try_again_is_there_when_the_page_can_and_does_it()
    {
        var tries = 0;
        var without = Render<ErrorPanel>(p => p.Add(x => x.Title, "No."));
        var with = Render<ErrorPanel>(p => p.Add(x => x.Title, "No.").Add(x => x.OnRetry, () => tries++));

        await with.Find("button").ClickAsync();

        Assert.Equal(1, tries);
        Assert.Empty(without.FindAll("button"));
        Assert.Empty(without.FindAll("details"));
    }
}
