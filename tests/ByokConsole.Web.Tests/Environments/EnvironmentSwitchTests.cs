using ByokConsole.Tests.Builders;
using ByokConsole.Web.Features.Environments;
using ByokConsole.Web.Features.RunProgress;
using Microsoft.AspNetCore.Components.Web;

namespace ByokConsole.Web.Tests.Environments;

public sealed class EnvironmentSwitchTests : PageTestContext
{
    [Fact]
    public void It_names_the_environment_of_the_address_and_links_to_all()
    {
        Navigation.NavigateTo("/environments/env-4mq7d/clusters");

        var menu = Open();

        Assert.Contains("staging", menu.Find("button").TextContent, StringComparison.Ordinal);
        Assert.Equal(["/environments/env-9kx2v/clusters", "/environments/env-4mq7d/clusters"], menu.FindAll("a").Select(link => link.GetAttribute("href")));
        Assert.Equal("true", menu.FindAll("a")[1].GetAttribute("aria-current"));
    }

    [Fact]
    public void A_page_that_belongs_to_no_environment_keeps_the_last_one()
    {
        Navigation.NavigateTo("/environments/env-4mq7d/clusters");
        var menu = Open();

        Navigation.NavigateTo("/runs");

        menu.WaitForAssertion(() => Assert.Contains("staging", menu.Find("button").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public void A_page_that_shows_something_of_an_environment_is_in_it_however_it_was_reached()
    {
        RunStore.Put(Samples.Run);
        Navigation.NavigateTo("/runs/run-2f81");
        var menu = Open();
        Assert.Contains("All environments", menu.Find("button").TextContent, StringComparison.Ordinal);

        Render<RunProgressPage>(parameters => parameters.Add(page => page.RunId, "run-2f81"));

        menu.WaitForAssertion(() => Assert.Contains("staging", menu.Find("button").TextContent, StringComparison.Ordinal));
        Assert.Equal("true", menu.FindAll("a")[1].GetAttribute("aria-current"));
    }

    [Fact]
    public async Task It_opens_and_escape_or_going_there_closes_it()
    {
        var menu = Open();
        Assert.True(menu.Find("nav").HasAttribute("hidden"));

        await menu.Find("button").ClickAsync();
        Assert.False(menu.Find("nav").HasAttribute("hidden"));
        Assert.Equal("true", menu.Find("button").GetAttribute("aria-expanded"));

        await menu.Find(".switch").KeyDownAsync(new KeyboardEventArgs { Key = "Escape" });
        Assert.True(menu.Find("nav").HasAttribute("hidden"));

        await menu.Find("button").ClickAsync();
        Navigation.NavigateTo("/environments/env-9kx2v/clusters");
        menu.WaitForAssertion(() => Assert.True(menu.Find("nav").HasAttribute("hidden")));
    }

    [Fact]
    public void A_cloud_that_is_away_leaves_the_bar_empty_and_the_telling_to_the_page()
    {
        Kafka.Fault = Samples.Unreachable;

        Assert.Empty(Render<EnvironmentSwitch>().Nodes.OfType<AngleSharp.Dom.IElement>());
    }

    private IRenderedComponent<EnvironmentSwitch> Open()
    {
        var menu = Render<EnvironmentSwitch>();
        menu.WaitForAssertion(() => Assert.NotEmpty(menu.FindAll("button")));
        return menu;
    }
}
