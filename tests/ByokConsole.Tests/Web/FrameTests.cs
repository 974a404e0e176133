using System.Net;
using System.Text.RegularExpressions;
using ByokConsole.Web.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace ByokConsole.Tests.Web;

public sealed partial class FrameTests(SandboxConsole sandbox) : IClassFixture<SandboxConsole>
{
    private readonly RunningConsole _console = sandbox.Console;

    [Theory]
    [InlineData("/", HttpStatusCode.OK)]
    [InlineData("/app.css", HttpStatusCode.OK)]
    [InlineData("/no/such/page", HttpStatusCode.NotFound)]
    [InlineData("/error", HttpStatusCode.OK)]
    public async Task Every_answer_carries_the_security_headers(string path, HttpStatusCode status)
    {
        using var response = await GetAsync(path);

        Assert.Equal(status, response.StatusCode);
        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("no-referrer", Assert.Single(response.Headers.GetValues("Referrer-Policy")));
        Assert.False(response.Headers.Contains("Server"));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/no/such/page")]
    [InlineData("/error")]
    public async Task No_page_has_an_inline_script_or_handler(string path)
    {
        var html = await TextAsync(path);

        var scripts = Script().Matches(html);
        Assert.NotEmpty(scripts);
        Assert.All(scripts, script => Assert.Contains(" src=", script.Groups[1].Value, StringComparison.Ordinal));
        Assert.All(scripts, script => Assert.Empty(script.Groups[2].Value));
        Assert.DoesNotMatch(InlineHandler(), html);
    }

    [Fact]
    public async Task Everything_that_a_page_links_to_is_there_and_not_empty()
    {
        var links = Link().Matches(await TextAsync("/")).Select(link => link.Groups[1].Value).ToList();

        Assert.True(links.Count >= 10, string.Join('\n', links));
        foreach (var link in links)
        {
            using var response = await GetAsync($"/{link}");
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.NotEmpty(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        }
    }

    [Theory]
    [InlineData(null, "system")]
    [InlineData("theme=dark", "dark")]
    [InlineData("theme=light", "light")]
    [InlineData("theme=%22%3E%3Cscript%3E", "system")]
    public async Task The_first_paint_is_in_the_chosen_theme(string? cookie, string theme)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        if (cookie is not null)
            request.Headers.Add("Cookie", cookie);
        using var response = await _console.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Contains($"<html lang=\"en\" data-theme=\"{theme}\">", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Both_palettes_are_one_style_sheet_that_may_be_kept()
    {
        var path = _console.Services.GetRequiredService<ThemeStylesheet>().Path;

        using var response = await GetAsync($"/{path}");

        var css = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal("text/css", response.Content.Headers.ContentType?.MediaType);
        Assert.True(response.Headers.CacheControl?.MaxAge > TimeSpan.FromDays(300));
        Assert.Matches(@":root\{[^}]*--mud-palette-primary: rgba\(11,93,104,1\)", css);
        Assert.Matches(@":root\[data-theme=dark\]\{[^}]*--mud-palette-primary: rgba\(92,195,207,1\)", css);
        Assert.Matches(@"@media \(prefers-color-scheme: dark\) \{\s*:root\[data-theme=system\]\{[^}]*--mud-palette-primary: rgba\(92,195,207,1\)", css);
    }

    [Fact]
    public async Task Pages_are_compressed_for_who_asks()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { { "Accept-Encoding", "br" } } };
        using var response = await _console.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal("br", Assert.Single(response.Content.Headers.ContentEncoding));
    }

    [Fact]
    public async Task It_says_that_it_is_alive()
        => Assert.Equal("Healthy", await TextAsync("/healthz"));

    private Task<HttpResponseMessage> GetAsync(string path) => _console.Client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

    private async Task<string> TextAsync(string path)
    {
        using var response = await GetAsync(path);
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    [GeneratedRegex("<script([^>]*)>([^<]*)</script>")]
    private static partial Regex Script();

    [GeneratedRegex(@"<[a-z][^>]*\son[a-z]+\s*=", RegexOptions.IgnoreCase)]
    private static partial Regex InlineHandler();

    [GeneratedRegex("<(?:link|script)[^>]*?(?:href|src)=\"([^\"]+)\"")]
    private static partial Regex Link();
}
