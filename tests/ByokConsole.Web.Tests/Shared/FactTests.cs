using ByokConsole.Web.Shared;

namespace ByokConsole.Web.Tests.Shared;

public sealed class FactTests : ConsoleTestContext
{
    [Fact]
    public void A_fact_is_a_label_a_value_and_a_way_to_copy_it()
    {
        var fact = Render<Fact>(p => p.Add(x => x.Label, "Tenant ID").Add(x => x.Value, "0c5ff2e1").Add(x => x.Mono, true).Add(x => x.Copy, true));

        Assert.Equal("Tenant ID", fact.Find("dt").TextContent);
        Assert.Equal("0c5ff2e1", fact.Find("dd .mono").TextContent);
        Assert.Equal("0c5ff2e1", fact.Find("button").GetAttribute("data-copy"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void What_is_not_known_says_so_and_cannot_be_copied(string? value)
    {
        var fact = Render<Fact>(p => p.Add(x => x.Label, "Application ID").Add(x => x.Value, value).Add(x => x.Copy, true));

        Assert.Equal("not known", fact.Find("dd").TextContent.Trim());
        Assert.Empty(fact.FindAll("button"));
    }

    [Fact]
    public void Content_that_shows_a_value_which_there_is_not_gives_way_to_the_word_for_that()
    {
        var fact = Render<Fact>(p => p.Add(x => x.Label, "Key").Add(x => x.Value, null).Add(x => x.Copy, true).Add(x => x.Missing, "Automatic").AddChildContent("<a>link</a>"));

        Assert.Equal("Automatic", fact.Find("dd").TextContent.Trim());
    }
}
