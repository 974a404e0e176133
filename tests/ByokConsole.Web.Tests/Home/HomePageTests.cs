using ByokConsole.Tests.Builders;
using ByokConsole.Web.Features.Home;
using Microsoft.AspNetCore.Components;

namespace ByokConsole.Web.Tests.Home;

public sealed class HomePageTests : PageTestContext
{
    [Fact]
    public void It_opens_the_first_environment()
    {
        var page = Render<HomePage>();

        page.WaitForAssertion(() => Assert.Equal("/environments/env-9kx2v/clusters", Place));
    }

    [Fact]
    public void Without_any_environment_it_says_what_to_do()
    {
        Kafka.Environments.Clear();

        var page = Render<HomePage>();

        page.WaitForAssertion(() => Assert.Contains("Confluent shows no environment", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_cloud_that_is_away_can_be_tried_again()
    {
        Kafka.Fault = Samples.Unreachable;
        var page = Render<HomePage>();
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("[role=alert]")));

        Kafka.Fault = null;
        await ClickAsync(page, "Try again");

        page.WaitForAssertion(() => Assert.Equal("/environments/env-9kx2v/clusters", Place));
    }

    [Fact]
    public void A_cloud_that_was_away_is_asked_again_without_a_hand()
    {
        Kafka.Fault = Samples.Unreachable;
        var page = Render<HomePage>();
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("[role=alert]")));

        Kafka.Fault = null;
        Clock.Advance(TimeSpan.FromSeconds(5));

        page.WaitForAssertion(() => Assert.Equal("/environments/env-9kx2v/clusters", Place));
    }

    [Fact]
    public void The_first_paint_goes_nowhere()
    {
        SetRendererInfo(new RendererInfo("Static", isInteractive: false));

        Render<HomePage>();

        Assert.Equal("/", Place);
    }
}
