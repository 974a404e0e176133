using System.Net;
using System.Net.Http.Headers;

namespace ByokConsole.Tests.Web.Api;

/// <summary>In Live mode the API answers to the console's own token, and Confluent's shapes to a Confluent credential.</summary>
public sealed class LiveApiTests(LiveConsole live) : IClassFixture<LiveConsole>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/api/v1/runs", null, HttpStatusCode.Unauthorized)]
    [InlineData("/api/v1/runs", "Basic S0VZOlNFQ1JFVA==", HttpStatusCode.Unauthorized)]
    [InlineData("/api/v1/runs", "token", HttpStatusCode.OK)]
    [InlineData("/api/byok/v1/keys", null, HttpStatusCode.Unauthorized)]
    [InlineData("/api/byok/v1/keys", "token", HttpStatusCode.Unauthorized)]
    [InlineData("/api/docs", null, HttpStatusCode.Unauthorized)]
    public async Task Who_is_let_in_depends_on_what_is_asked(string path, string? credential, HttpStatusCode status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (credential is not null)
            request.Headers.Authorization = credential == "token" ? new AuthenticationHeaderValue("Bearer", live.ApiToken) : AuthenticationHeaderValue.Parse(credential);

        using var response = await live.Console.Client.SendAsync(request, Token);

        Assert.Equal(status, response.StatusCode);
    }

    [Theory]
    [InlineData("/api/v1/runs", "application/problem+json", "not_let_in")]
    [InlineData("/api/byok/v1/keys", "application/json", "unauthorized")]
    public async Task Whoever_is_not_let_in_is_told_so_in_the_shape_that_was_asked_for(string path, string type, string code)
    {
        using var response = await live.Console.Client.GetAsync(new Uri(path, UriKind.Relative), Token);

        Assert.Equal((HttpStatusCode.Unauthorized, type), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        Assert.Contains($"\"code\":\"{code}\"", await response.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }
}
