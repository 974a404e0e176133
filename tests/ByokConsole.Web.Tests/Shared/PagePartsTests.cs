using ByokConsole.Web.Shared;

namespace ByokConsole.Web.Tests.Shared;

public sealed class PagePartsTests : ConsoleTestContext
{
    [Fact]
    public void A_page_has_one_title_that_can_take_the_focus_and_the_way_to_it()
    {
        var head = Render<PageHead>(p => p
            .Add(x => x.Title, "orders-prod")
            .Add(x => x.Way, [new Crumb("Clusters", "/environments/env-1/clusters"), new Crumb("orders-prod")])
            .Add(x => x.Lead, "One line."));

        var title = head.Find("h1");
        Assert.Equal("orders-prod", title.TextContent);
        Assert.Equal("-1", title.GetAttribute("tabindex"));
        var link = Assert.Single(head.FindAll("nav a"));
        Assert.Equal("/environments/env-1/clusters", link.GetAttribute("href"));
        Assert.Equal("orders-prod", head.Find("[aria-current=page]").TextContent);
    }

    [Fact]
    public void A_card_is_a_region_named_by_its_heading()
    {
        var card = Render<Card>(p => p.Add(x => x.Title, "Key health").Add(x => x.Aside, "30 days").AddChildContent("<p>Fine.</p>"));

        Assert.Equal("Key health", card.Find("h2").TextContent);
        Assert.Equal(card.Find("h2").Id, card.Find("section").GetAttribute("aria-labelledby"));
        Assert.Equal("30 days", card.Find(".aside").TextContent);
        Assert.Equal("Fine.", card.Find(".body p").TextContent);
    }

    [Fact]
    public void An_empty_list_says_what_to_do()
    {
        var empty = Render<EmptyState>(p => p.Add(x => x.Title, "No clusters yet.").AddChildContent("<button>Create cluster</button>"));

        Assert.Equal("No clusters yet.", empty.Find("p").TextContent);
        Assert.Equal("Create cluster", empty.Find("button").TextContent);
    }

    [Fact]
    public void Loading_is_told_to_those_who_cannot_see_it()
    {
        var loading = Render<LoadingRows>(p => p.Add(x => x.Rows, 3).Add(x => x.Label, "Loading clusters"));

        Assert.Equal("Loading clusters", loading.Find("[role=status] .sr").TextContent);
        Assert.Equal(3, loading.FindAll("[aria-hidden=true]").Count);
    }
}
