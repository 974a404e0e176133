using System.Net;
using System.Text;
using ByokConsole.Web.Api;

namespace ByokConsole.Tests.Web.Api;

/// <summary>Without sign-in: no web page can drive the API, and what cannot be read is told and not guessed.</summary>
public sealed class ApiSafetyTests(ApiConsole api) : IClassFixture<ApiConsole>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("cross-site", null)]
    [InlineData("same-site", null)]
    [InlineData(null, "http://localhost:3000")]
    public async Task What_a_page_of_another_site_or_port_asks_for_is_refused(string? site, string? origin)
    {
        foreach (var path in (string[])["/api/v1/keys", "/api/byok/v1/keys", "/api/openapi/v1.json"])
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            if (site is not null)
                request.Headers.TryAddWithoutValidation("Sec-Fetch-Site", site);
            if (origin is not null)
                request.Headers.TryAddWithoutValidation("Origin", origin);
            using var response = await api.Console.Client.SendAsync(request, Token);
            Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        }
    }

    [Theory]
    [InlineData("/api/v1/keys", "text/plain")]
    [InlineData("/api/v1/keys", "application/x-www-form-urlencoded")]
    [InlineData("/api/v1/runs/run-x/cancel", "multipart/form-data")]
    [InlineData("/api/v1/environments/env-4mq7d/clusters/lkc-st4g1n/revocation", null)]
    [InlineData("/api/byok/v1/keys", "text/plain")]
    public async Task Whatever_changes_something_has_to_say_that_it_is_json(string path, string? type)
    {
        using var content = type is null ? null : new StringContent("{}", Encoding.UTF8, type);
        using var response = await api.Console.Client.PostAsync(new Uri(path, UriKind.Relative), content, Token);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
        Assert.Contains("application/json", await response.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"keyid":"x"}""", "unreadable_body", "There is no field keyid. See the API's description for those that there are.")]
    [InlineData("""{"key_id":5}""", "unreadable_body", "/key_id has not the type, or is none of the words, that it takes.")]
    [InlineData("""{"key_id":""", "unreadable_body", "The body is not JSON: line 1 cannot be read.")]
    [InlineData("[]", "unreadable_body", "The body is not a JSON object.")]
    [InlineData("""{"key_id":"x","key_id":"y"}""", "unreadable_body", "The field key_id stands twice.")]
    [InlineData("null", "body_required", "Send a JSON object.")]
    [InlineData("", "body_required", "Send a JSON object.")]
    public async Task A_body_that_cannot_be_read_is_told_in_the_callers_terms(string body, string code, string detail)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await api.Console.Client.PostAsync(new Uri("/api/v1/keys", UriKind.Relative), content, Token);
        var answer = await ApiAnswer.OfAsync(response, Token);

        Assert.Equal((400, "application/problem+json"), (answer.Status, answer.Type));
        Assert.Equal((code, detail), ((string)answer.Json["code"]!, (string)answer.Json["detail"]!));
    }

    [Theory]
    [InlineData("GET", "/api/v1/nothing", 404, "no_such_address")]
    [InlineData("DELETE", "/api/v1/preflight", 405, "method_not_allowed")]
    public async Task An_address_that_is_not_there_is_a_problem_and_not_a_page(string method, string path, int status, string code)
    {
        var answer = await api.AskAsync(new HttpMethod(method), path);

        Assert.Equal((status, "application/problem+json", code), (answer.Status, answer.Type, (string)answer.Json["code"]!));
    }

    [Fact]
    public async Task Too_many_requests_are_told_to_wait()
    {
        await using var console = await RunningConsole.StartAsync();
        List<int> statuses = [];
        HttpResponseMessage? refused = null;
        while (refused is null && statuses.Count < ApiRate.Burst * 20)
        {
            var answers = await Task.WhenAll(Enumerable.Range(0, ApiRate.Burst).Select(_ => console.Client.GetAsync(new Uri("/api/v1/runs/run-x", UriKind.Relative), Token)));
            statuses.AddRange(answers.Select(answer => (int)answer.StatusCode));
            refused = Array.Find(answers, answer => answer.StatusCode is HttpStatusCode.TooManyRequests);
        }

        Assert.NotNull(refused);
        Assert.Equal("1", refused.Headers.RetryAfter?.ToString());
        Assert.True(statuses.Count(status => status == 404) >= ApiRate.Burst);
    }
}
