using System.Text.Json.Nodes;
using ByokConsole.Web.Features.SandboxPortal;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace ByokConsole.Web.Tests.SandboxPortal;

/// <summary>Faults: ordered by name, place and count; what is left of them; none any more.</summary>
public sealed class FaultsPageTests : PortalTestContext
{
    public static TheoryData<string> Kinds => [.. FaultKind.All.Select(kind => kind.Key)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Each_kind_is_ordered_under_the_sandboxs_own_name(string key)
    {
        var kind = FaultKind.All.Single(one => one.Key == key);
        var page = Render<FaultsPage>();
        Assert.Contains(kind.Words, page.Markup, StringComparison.Ordinal);

        await page.Find($"input[value='{key}']").ChangeAsync(new() { Value = key });
        await ClickAsync(page, "Order");

        var order = Ordered();
        Assert.Equal((kind.Name, 1, 0), ((string?)order["name"], (int)order["count"]!, (int)order["skip"]!));
        Assert.Equal(kind.TellsWait ? 5 : null, (int?)order["retryAfter"]);
        Assert.Equal($"Ordered: {kind.Title}, 1 time.", Text(page.Find(".done")));
    }

    [Fact]
    public async Task Place_count_and_skip_go_with_it()
    {
        Host.Lists["vaults"] = $"[{Vault()}]";
        var page = Render<FaultsPage>();
        await SetAsync<WholeNumber>(page, field => field.Label == "Count", field => field.ValueChanged.InvokeAsync(3));
        await SetAsync<WholeNumber>(page, field => field.Label == "Skip", field => field.ValueChanged.InvokeAsync(2));
        await SetAsync<MudSelect<string>>(page, field => field.Label == "Host", field => field.ValueChanged.InvokeAsync("kv-orders-weu.vault.azure.net"));
        await SetAsync<MudSelect<string>>(page, field => field.Label == "Method", field => field.ValueChanged.InvokeAsync("POST"));
        await SetAsync<MudTextField<string>>(page, field => field.Label == "Path holds", field => field.ValueChanged.InvokeAsync(" /wrapkey "));

        await ClickAsync(page, "Order");

        var order = Ordered();
        Assert.Equal(("kv-orders-weu.vault.azure.net", "POST", "/wrapkey"), ((string?)order["host"], (string?)order["method"], (string?)order["path"]));
        Assert.Equal((3, 2), ((int)order["count"]!, (int)order["skip"]!));
    }

    [Fact]
    public async Task What_is_left_is_told_and_cleared_only_after_a_second_word()
    {
        Host.Lists["faults"] = """
            [{"id":1,"name":"TooManyRequests","host":"api.confluent.cloud","method":"GET","path":"/byok","skip":1,"count":4,"retryAfter":null,"milliseconds":1000,"status":400,"body":null},
            {"id":2,"name":"LostReply","count":1}]
            """;
        var page = Render<FaultsPage>();
        Assert.Equal(
            ["429 without Retry-After", "GET api.confluent.cloud …/byok…", "1", "4", "Take back",
                "Lost reply", "any method any host", "0", "1", "Take back"], page.FindAll("td").Select(Text));

        await ClickAsync(page, "Clear all");
        Assert.Empty(Host.Acts);
        await ClickAsync(Dialogs, "Clear all");

        Assert.Equal("DELETE faults", Assert.Single(Host.Acts));
    }

    [Fact]
    public async Task One_is_taken_back_and_the_others_stay()
    {
        Host.Lists["faults"] = """[{"id":7,"name":"LostReply","count":1},{"id":8,"name":"Reset","count":1}]""";
        var page = Render<FaultsPage>();

        await ClickLabelledAsync(page, "Take back Reset, any method any host");

        Assert.Equal("DELETE faults/8", Assert.Single(Host.Acts));
        Assert.Equal("Taken back: Reset.", Text(page.Find(".done")));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("1001")]
    [InlineData("many")]
    [InlineData("")]
    public async Task A_count_that_is_none_is_said_at_its_field_and_nothing_is_ordered_until_it_is_one(string typed)
    {
        var page = Render<FaultsPage>();
        var count = page.FindComponents<WholeNumber>().First(field => field.Instance.Label == "Count");

        await count.Find("input").InputAsync(new() { Value = typed });

        Assert.Contains("A whole number from 1 to 1,000.", page.Markup, StringComparison.Ordinal);
        Assert.Equal(typed, count.Find("input").GetAttribute("value") ?? "");
        Assert.True(page.FindAll("button").Single(button => Text(button) == "Order").HasAttribute("disabled"));
        await count.Find("input").InputAsync(new() { Value = "12" });
        await ClickAsync(page, "Order");
        Assert.Equal(12, (int)Ordered()["count"]!);
    }

    [Theory]
    [InlineData("https://api.confluent.cloud/byok")]
    [InlineData("/byok/v1/keys?page_size=10")]
    [InlineData("/keys/*")]
    [InlineData("/byok//v1")]
    [InlineData("/my key")]
    [InlineData("%2Fkeys")]
    public async Task A_path_that_no_request_can_have_is_said_as_it_is_typed_and_is_not_ordered(string typed)
    {
        var page = Render<FaultsPage>();
        var path = page.FindComponents<MudTextField<string>>().Single(field => field.Instance.Label == "Path holds");

        await path.Find("input").InputAsync(new() { Value = typed });

        Assert.Contains(PathPart.Rule, page.Markup, StringComparison.Ordinal);
        Assert.True(page.FindAll("button").Single(button => Text(button) == "Order").HasAttribute("disabled"));
        await path.Find("input").InputAsync(new() { Value = "/servicePrincipals(appId='a-1')" });
        Assert.DoesNotContain(PathPart.Rule, page.Markup, StringComparison.Ordinal);
        await ClickAsync(page, "Order");
        Assert.Equal("/servicePrincipals(appId='a-1')", (string?)Ordered()["path"]);
    }

    [Fact]
    public void Where_none_is_left_the_log_is_offered()
        => Assert.Equal("/sandbox/log", Render<FaultsPage>().Find(".empty a").GetAttribute("href"));

    private JsonNode Ordered()
    {
        var act = Assert.Single(Host.Acts);
        Assert.StartsWith("POST faults {", act, StringComparison.Ordinal);
        return JsonNode.Parse(act["POST faults ".Length..])!;
    }

    private static Task SetAsync<T>(IRenderedComponent<FaultsPage> page, Func<T, bool> isIt, Func<T, Task> set)
        where T : IComponent
        => page.InvokeAsync(() => set(page.FindComponents<T>().Select(one => one.Instance).Single(isIt)));
}
