using ByokConsole.Web.Features.SandboxPortal;

namespace ByokConsole.Web.Tests.SandboxPortal;

/// <summary>The request log: newest first, live, filtered by the address.</summary>
public sealed class RequestLogPageTests : PortalTestContext
{
    private const string Unwrap = "/keys/orders-cmk/unwrapkey";

    [Fact]
    public void A_request_tells_who_did_what_to_which_key_and_how_it_ended()
    {
        Tell(Entry(1, Unwrap), Entry(2, Unwrap, status: 500, fault: "ServerError"));

        var page = Render<RequestLogPage>();

        Assert.Equal(
            [
                "24 Nov 2026, 12:00:02", "Confluent", "tried to unwrap with kv-orders-weu/orders-cmk POST kv-orders-weu.vault.azure.net/keys/orders-cmk/unwrapkey", "500 fault: 500", "",
                "24 Nov 2026, 12:00:01", "Confluent", "unwrapped with kv-orders-weu/orders-cmk POST kv-orders-weu.vault.azure.net/keys/orders-cmk/unwrapkey", "200", "",
            ],
            page.FindAll("td").Select(Text));
        Assert.Equal(["p-1", "id-2", "p-1", "id-1"], page.FindAll("td [data-copy]").Select(button => button.GetAttribute("data-copy")));
    }

    [Theory]
    [InlineData("?vault=kv-orders-weu&key=orders-cmk", 1)]
    [InlineData("?vault=kv-other", 0)]
    [InlineData("?host=api.confluent.cloud", 1)]
    [InlineData("?method=get", 1)]
    [InlineData("?answer=refused", 1)]
    [InlineData("?answer=done", 1)]
    [InlineData("?answer=cut", 0)]
    [InlineData("?answer=fault", 0)]
    [InlineData("?who=p-1", 2)]
    [InlineData("", 2)]
    public void The_filters_are_in_the_address(string query, int shown)
    {
        Tell(Entry(1, Unwrap), Entry(2, "/byok/v1/keys", status: 404, host: "api.confluent.cloud", method: "GET"));
        Navigation.NavigateTo($"/sandbox/log{query}");

        var page = Render<RequestLogPage>();

        Assert.Equal(shown, page.FindAll("tbody tr").Count);
        Assert.Equal(shown == 0, page.Markup.Contains("No request of those that are kept matches.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_choice_goes_to_the_address_and_is_cleared_from_it()
    {
        Tell(Entry(1, Unwrap));
        Navigation.NavigateTo("/sandbox/log");
        var page = Render<RequestLogPage>();

        await page.FindAll("select")[5].ChangeAsync(new() { Value = "orders-cmk" });
        Assert.Equal("/sandbox/log?key=orders-cmk", Place);
        page.WaitForAssertion(() => Assert.Contains("Clear filters", page.Markup, StringComparison.Ordinal));

        await ClickAsync(page, "Clear filters");
        Assert.Equal("/sandbox/log", Place);
    }

    [Fact]
    public void What_comes_is_added_on_top_and_only_the_newest_thousand_are_kept()
    {
        Tell([.. Enumerable.Range(1, 1000).Select(number => Entry(number, Unwrap))]);
        var page = Render<RequestLogPage>();
        Assert.Contains("log?after=0&last=1000", Host.Looks);

        Tell(Entry(1001, "/keys/new-cmk/wrapkey"));
        LookAgain(page);

        page.WaitForAssertion(() => Assert.Contains("log?after=1000&last=1000", Host.Looks));
        page.WaitForAssertion(() => Assert.StartsWith("wrapped with kv-orders-weu/new-cmk", Text(page.FindAll("td[data-label=What]")[0]), StringComparison.Ordinal));
        Assert.StartsWith("1000 requests", Text(page.Find(".count")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_sandbox_that_was_started_anew_replaces_what_the_one_before_told()
    {
        Tell(Entry(500, Unwrap));
        var page = Render<RequestLogPage>();

        Tell(Entry(1, "/keys/new-cmk/wrapkey"));
        LookAgain(page);

        page.WaitForAssertion(() => Assert.StartsWith("wrapped with kv-orders-weu/new-cmk", Text(Assert.Single(page.FindAll("td[data-label=What]"))), StringComparison.Ordinal));
    }

    [Fact]
    public async Task While_it_is_paused_nothing_is_asked_and_nothing_moves()
    {
        Tell(Entry(1, Unwrap));
        var page = Render<RequestLogPage>();
        page.WaitForAssertion(() => JSInterop.VerifyInvoke("import"));

        await ClickAsync(page, "Pause");
        var looks = Host.Looks.Count;
        Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(looks, Host.Looks.Count);
        Assert.Contains("paused", Text(page.Find(".count")), StringComparison.Ordinal);

        await ClickAsync(page, "Go on");
        Assert.True(Host.Looks.Count > looks);
    }

    private void Tell(params string[] entries) => Host.Lists["log"] = $"[{string.Join(',', entries)}]";

    private static string Entry(
        int number, string path, int status = 200, string? fault = null, string host = "kv-orders-weu.vault.azure.net", string method = "POST")
        => $$"""
        {"sequence":{{number}},"at":"2026-11-24T12:00:{{number % 60:00}}+00:00","host":"{{host}}","method":"{{method}}","path":"{{path}}","status":{{status}},
        "caller":"p-1","callerName":"Confluent","requestId":"id-{{number}}","fault":{{(fault is null ? "null" : $"\"{fault}\"")}}}
        """;
}
