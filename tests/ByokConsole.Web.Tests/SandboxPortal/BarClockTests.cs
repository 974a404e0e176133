using ByokConsole.Web.Layout;

namespace ByokConsole.Web.Tests.SandboxPortal;

/// <summary>The panel in the console's bar moves the clouds' time as the portal's page does.</summary>
public sealed class BarClockTests : PortalTestContext
{
    [Fact]
    public async Task A_small_step_is_made_at_once()
    {
        var panel = Render<SandboxClock>();

        await ClickLabelledAsync(panel, "+1 day: move the sandbox's clock ahead");

        Assert.Equal("""POST clock {"advanceSeconds":86400}""", Assert.Single(Host.Acts));
        Assert.Equal("Moved.", Text(panel.Find(".said")));
    }

    [Fact]
    public async Task A_step_that_releases_and_purges_is_made_only_after_a_second_word()
    {
        var panel = Render<SandboxClock>();

        await ClickLabelledAsync(panel, "+90 days: move the sandbox's clock ahead");
        Assert.Empty(Host.Acts);
        await ClickAsync(Dialogs, "Move it");

        Assert.Equal("""POST clock {"advanceSeconds":7776000}""", Assert.Single(Host.Acts));
    }
}
