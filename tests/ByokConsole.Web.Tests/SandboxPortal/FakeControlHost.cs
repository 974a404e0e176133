using System.Net;
using System.Text;

namespace ByokConsole.Web.Tests.SandboxPortal;

/// <summary>The sandbox's control host: tells lists as the test sets them up, and keeps what it was asked to do.</summary>
public sealed class FakeControlHost : HttpMessageHandler
{
    public const string Token = "the-token-of-the-test";

    /// <summary>Path to JSON; a path that is not here has an empty list.</summary>
    public Dictionary<string, string> Lists { get; } = [];

    /// <summary>What was looked at: <c>log?after=0&amp;last=1000</c>.</summary>
    public List<string> Looks { get; } = [];

    /// <summary>What was done: <c>POST vaults {"name":…}</c>.</summary>
    public List<string> Acts { get; } = [];

    /// <summary>How every act is refused; null to do it.</summary>
    public (HttpStatusCode Status, string Body)? Refusal { get; set; }

    /// <summary>Nobody answers.</summary>
    public bool IsAway { get; set; }

    /// <summary>An act is not answered before this is done.</summary>
    public Task Until { get; set; } = Task.CompletedTask;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (IsAway)
            throw new HttpRequestException(HttpRequestError.ConnectionError);
        Assert.Equal(("sandbox.byokconsole.test", Token), (request.RequestUri!.Host, request.Headers.Authorization?.Parameter));
        var path = request.RequestUri.PathAndQuery.TrimStart('/');
        if (request.Method == HttpMethod.Get)
        {
            Looks.Add(path);
            return Answer(HttpStatusCode.OK, Lists.GetValueOrDefault(path.Split('?')[0], "[]"));
        }

        var body = request.Content is null ? "" : " " + await request.Content.ReadAsStringAsync(cancellationToken);
        Acts.Add($"{request.Method} {path}{body}");
        await Until;
        return Refusal is { } refusal ? Answer(refusal.Status, refusal.Body) : Answer(HttpStatusCode.OK, "{}");
    }

    private static HttpResponseMessage Answer(HttpStatusCode status, string json)
        => new(status) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
}
