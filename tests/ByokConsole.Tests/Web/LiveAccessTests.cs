using System.Net;
using System.Net.Http.Headers;
using ByokConsole.Web.Hosting;
using ByokConsole.Web.Hosting.Access;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace ByokConsole.Tests.Web;

public sealed class LiveAccessTests(LiveConsole live) : IClassFixture<LiveConsole>
{
    private readonly RunningConsole _console = live.Console;

    [Theory]
    [InlineData("/healthz", HttpStatusCode.OK)]
    [InlineData("/readyz", HttpStatusCode.ServiceUnavailable)]
    public async Task Everybody_may_ask_whether_it_is_alive_and_ready(string path, HttpStatusCode status)
        => Assert.Equal(status, await StatusAsync(new HttpRequestMessage(HttpMethod.Get, path)));

    [Theory]
    [InlineData("GET", "/")]
    [InlineData("GET", "/app.css")]
    [InlineData("GET", "/favicon.svg")]
    [InlineData("GET", "/_framework/blazor.web.js")]
    [InlineData("GET", "/_content/MudBlazor/MudBlazor.min.css")]
    [InlineData("GET", "/no-such-page")]
    [InlineData("GET", "/healthz/more")]
    [InlineData("POST", "/_blazor/negotiate?negotiateVersion=1")]
    [InlineData("POST", "/links")]
    [InlineData("GET", "/enter")]
    [InlineData("GET", "/enter?token=guess")]
    public async Task A_stranger_is_served_nothing_else(string method, string path)
        => Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(new HttpRequestMessage(new HttpMethod(method), path)));

    [Fact]
    public async Task A_link_lets_a_browser_in_once()
    {
        var link = _console.CreateLink();

        using var first = await _console.Client.GetAsync(link, TestContext.Current.CancellationToken);
        using var second = await _console.Client.GetAsync(link, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
        Assert.Equal("/", first.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.Unauthorized, second.StatusCode);
        Assert.Empty(second.Headers.TryGetValues("Set-Cookie", out var none) ? none : []);
    }

    [Theory]
    [InlineData("/sandbox")]
    [InlineData("/sandbox/vaults/kv-orders-eus")]
    [InlineData("/sandbox/log")]
    public async Task The_pages_of_the_sandbox_are_not_there_in_Live_mode(string path)
    {
        using var unknown = await PageAsync("/no-such-page");
        using var page = await PageAsync(path);

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (unknown.StatusCode, page.StatusCode));
        var text = await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("Nothing is at this address", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Registrations", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_cookie_of_a_link_is_strict_and_hidden_from_scripts_and_opens_the_pages()
    {
        using var entered = await _console.Client.GetAsync(_console.CreateLink(), TestContext.Current.CancellationToken);
        var cookie = Assert.Single(entered.Headers.GetValues("Set-Cookie"));

        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(WithCookie("/", cookie.Split(';')[0])));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(WithCookie("/", $"{AccessGate.Cookie}=made-up")));
    }

    [Fact]
    public async Task The_cookie_does_not_open_the_console_to_another_site()
    {
        using var entered = await _console.Client.GetAsync(_console.CreateLink(), TestContext.Current.CancellationToken);
        using var request = WithCookie("/", entered.Headers.GetValues("Set-Cookie").Single().Split(';')[0]);
        request.Headers.Add("Origin", "http://localhost:3000");

        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(request));
    }

    [Theory]
    [InlineData("", HttpStatusCode.OK)]
    [InlineData("x", HttpStatusCode.Unauthorized)]
    public async Task A_script_is_let_in_by_the_token_and_by_nothing_like_it(string addition, HttpStatusCode expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", live.ApiToken + addition);

        Assert.Equal(expected, await StatusAsync(request));
    }

    [Fact]
    public void Only_the_owner_can_read_the_token_and_open_the_folder()
    {
        UnixMode.SkipElsewhere();
        var folder = Path.Combine(_console.DataFolder, "live");

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, UnixMode.Of(Path.Combine(folder, "api-token")));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, UnixMode.Of(folder));
    }

    [Fact]
    public async Task A_deep_link_from_another_site_asks_again_from_our_own_page_and_only_once()
    {
        using var fromChat = await NavigateAsync("cross-site");
        using var again = await NavigateAsync("same-origin");

        Assert.Equal(HttpStatusCode.Unauthorized, fromChat.StatusCode);
        Assert.Contains("http-equiv=\"refresh\"", await fromChat.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, again.StatusCode);
        Assert.DoesNotContain("http-equiv=\"refresh\"", await again.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_link_command_prints_a_link_that_lets_in()
    {
        var options = _console.Services.GetRequiredService<ConsoleOptions>();

        var link = await LinkCommand.RunAsync(options);

        using var entered = await _console.Client.GetAsync(new Uri(link), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Redirect, entered.StatusCode);
    }

    [Fact]
    public void A_link_lapses_after_an_hour()
    {
        var time = new FakeTimeProvider();
        var links = new AccessLinks(time);
        string early = TokenOf(links.Create()), late = TokenOf(links.Create());

        time.Advance(AccessLinks.Lifetime - TimeSpan.FromSeconds(1));
        Assert.True(links.Use(early));

        time.Advance(TimeSpan.FromSeconds(1));
        Assert.False(links.Use(late));
    }

    [Fact]
    public void A_token_that_others_could_read_is_replaced()
    {
        UnixMode.SkipElsewhere();
        using var folder = new TemporaryFolder();
        var file = ApiToken.FileIn(folder.Path);
        ApiToken.Open(folder.Path);
        var first = File.ReadAllText(file);
        ApiToken.Open(folder.Path);
        var kept = File.ReadAllText(file);

        UnixMode.Set(file, UnixMode.Of(file) | UnixFileMode.OtherRead);
        ApiToken.Open(folder.Path);

        Assert.Equal(first, kept);
        Assert.NotEqual(first, File.ReadAllText(file));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, UnixMode.Of(file));
    }

    private static string TokenOf(string link) => link.Split('=')[1];

    private async Task<HttpResponseMessage> PageAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", live.ApiToken);
        return await _console.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static HttpRequestMessage WithCookie(string path, string cookie)
        => new(HttpMethod.Get, path) { Headers = { { "Cookie", cookie } } };

    private async Task<HttpStatusCode> StatusAsync(HttpRequestMessage request)
    {
        using var response = await _console.Client.SendAsync(request, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }

    private Task<HttpResponseMessage> NavigateAsync(string site)
        => _console.Client.SendAsync(
            new(HttpMethod.Get, "/") { Headers = { { "Sec-Fetch-Site", site }, { "Sec-Fetch-Mode", "navigate" }, { "Sec-Fetch-Dest", "document" } } },
            TestContext.Current.CancellationToken);
}
