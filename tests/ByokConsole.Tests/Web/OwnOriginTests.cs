using System.Net;
using System.Net.WebSockets;
using ByokConsole.Web.Hosting;

namespace ByokConsole.Tests.Web;

public sealed class OwnOriginTests(SandboxConsole sandbox) : IClassFixture<SandboxConsole>
{
    private const string Own = "{own}";
    private readonly RunningConsole _console = sandbox.Console;

    public static TheoryData<string, string, string?, string?, string?, string?> Refused => new()
    {
        // method, path, Origin, Sec-Fetch-Site, Sec-Fetch-Mode, Sec-Fetch-Dest
        { "GET", "/", "https://evil.example", null, null, null },
        { "GET", "/", "http://127.0.0.1:1", null, null, null },
        { "GET", "/", "https://{own-host}", null, null, null },
        { "GET", "/", "null", null, null, null },
        { "POST", "/", "https://evil.example", "cross-site", "no-cors", "empty" },
        { "GET", "/", null, "cross-site", "no-cors", "script" },
        { "GET", "/", null, "same-site", "cors", "empty" },
        { "GET", "/", null, "cross-site", "navigate", "iframe" },
        { "GET", "/", "https://evil.example", "cross-site", "navigate", "document" },
        { "POST", "/", null, "cross-site", "navigate", "document" },
        { "GET", "/", null, "same-origin, cross-site", null, null },
        { "GET", "/healthz", null, "cross-site", "cors", "empty" },
        { "GET", "/app.css", null, "cross-site", "no-cors", "style" },
        { "POST", "/_blazor/negotiate?negotiateVersion=1", "https://evil.example", null, null, null },
        { "POST", "/_blazor/negotiate?negotiateVersion=1", "http://localhost:3000", "same-site", "cors", "empty" },
        { "GET", "/_blazor", null, "cross-site", "navigate", "document" },
    };

    public static TheoryData<string, string, string?, string?, string?, string?> Admitted => new()
    {
        { "GET", "/", null, null, null, null },
        { "GET", "/", Own, null, null, null },
        { "GET", "/", null, "none", "navigate", "document" },
        { "GET", "/", null, "same-origin", "cors", "empty" },
        { "GET", "/", null, "cross-site", "navigate", "document" },
        { "GET", "/?from=chat", null, "same-site", "navigate", "document" },
        { "POST", "/_blazor/negotiate?negotiateVersion=1", Own, "same-origin", "cors", "empty" },
        { "POST", "/_blazor/negotiate?negotiateVersion=1", null, null, null, null },
    };

    [Theory, MemberData(nameof(Refused))]
    public async Task What_another_site_or_port_asks_for_is_refused(string method, string path, string? origin, string? site, string? mode, string? dest)
    {
        using var response = await SendAsync(method, path, origin, site, mode, dest);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Equal(OwnOriginOnly.Refusal, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Theory, MemberData(nameof(Admitted))]
    public async Task What_the_console_itself_a_link_or_no_browser_asks_for_is_answered(
        string method, string path, string? origin, string? site, string? mode, string? dest)
    {
        using var response = await SendAsync(method, path, origin, site, mode, dest);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("https://evil.example", false)]
    [InlineData("http://localhost:3000", false)]
    [InlineData(Own, true)]
    public async Task A_circuit_opens_for_the_consoles_own_pages_only(string origin, bool opens)
    {
        using var socket = new ClientWebSocket();
        socket.Options.Proxy = null;
        socket.Options.SetRequestHeader("Origin", Fill(origin));
        var address = new UriBuilder(_console.Address) { Scheme = "ws", Path = "/_blazor" }.Uri;

        if (opens)
        {
            await socket.ConnectAsync(address, TestContext.Current.CancellationToken);
            Assert.Equal(WebSocketState.Open, socket.State);
        }
        else
        {
            var refusal = await Assert.ThrowsAsync<WebSocketException>(() => socket.ConnectAsync(address, TestContext.Current.CancellationToken));
            Assert.Contains("403", refusal.Message, StringComparison.Ordinal);
        }
    }

    private Task<HttpResponseMessage> SendAsync(string method, string path, string? origin, string? site, string? mode, string? dest)
    {
        var request = new HttpRequestMessage(new HttpMethod(method), path);
        foreach (var (name, value) in new[] { ("Origin", origin), ("Sec-Fetch-Site", site), ("Sec-Fetch-Mode", mode), ("Sec-Fetch-Dest", dest) })
        {
            if (value is not null)
                request.Headers.TryAddWithoutValidation(name, Fill(value));
        }

        return _console.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private string Fill(string origin)
        => origin.Replace(Own, _console.Address.GetLeftPart(UriPartial.Authority), StringComparison.Ordinal)
            .Replace("{own-host}", _console.Address.Authority, StringComparison.Ordinal);
}
