using ByokConsole.Web.Shared;

namespace ByokConsole.Web.Tests.Shared;

public sealed class CopyingTests : ConsoleTestContext
{
    private const string Hostile = "\"><script>alert(1)</script>'$(rm -rf ~)";

    [Fact]
    public void The_button_holds_exactly_the_text_and_says_what_it_copies()
    {
        var button = Render<CopyButton>(p => p.Add(x => x.Text, Hostile).Add(x => x.Label, "Copy cluster id")).Find("button");

        Assert.Equal(Hostile, button.GetAttribute("data-copy"));
        Assert.Equal("Copy cluster id", button.GetAttribute("aria-label"));
        Assert.Equal("button", button.GetAttribute("type"));
    }

    [Fact]
    public void An_id_is_shown_and_copied_whole()
    {
        var id = Render<CopyableId>(p => p.Add(x => x.Text, "lkc-7x2m4d").Add(x => x.Name, "cluster id"));

        Assert.Equal("lkc-7x2m4d", id.Find(".mono").TextContent);
        Assert.Equal("lkc-7x2m4d", id.Find("button").GetAttribute("data-copy"));
        Assert.Equal("Copy cluster id", id.Find("button").GetAttribute("aria-label"));
    }

    [Fact]
    public void A_command_is_shown_and_copied_as_it_is()
    {
        var code = Render<CodeBlock>(p => p.Add(x => x.Text, $"az account set\n{Hostile}").Add(x => x.Label, "the commands"));

        Assert.Equal($"az account set\n{Hostile}", code.Find("pre").TextContent);
        Assert.Equal($"az account set\n{Hostile}", code.Find("button").GetAttribute("data-copy"));
        Assert.Equal("the commands", code.Find("pre").GetAttribute("aria-label"));
        Assert.Empty(code.FindAll("script"));
    }
}
