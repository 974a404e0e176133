using System.Net;
using System.Text;

namespace ByokConsole.Tests.Adapters;

/// <summary>All clouds at the bottom of the real handler stack: answers by script, and an unplanned request is an error.</summary>
internal sealed class ScriptedCloud : HttpMessageHandler
{
    private readonly List<(Func<SeenRequest, bool> Matches, Func<SeenRequest, HttpResponseMessage> Answer)> _script = [];
    private readonly Lock _lock = new();
    private readonly List<SeenRequest> _seen = [];

    public IReadOnlyList<SeenRequest> Seen
    {
        get
        {
            lock (_lock)
                return [.. _seen];
        }
    }

    public IEnumerable<SeenRequest> SeenAt(string host) => Seen.Where(request => request.Uri.Host == host);

    /// <summary>Later rules go first, so that a test can override what its set-up said.</summary>
    public ScriptedCloud On(HttpMethod method, string address, Func<SeenRequest, HttpResponseMessage> answer)
    {
        _script.Insert(0, (request => request.Method == method && request.Uri.AbsoluteUri.StartsWith(address, StringComparison.OrdinalIgnoreCase), answer));
        return this;
    }

    public ScriptedCloud On(HttpMethod method, string address, HttpStatusCode status, string body)
        => On(method, address, _ => Answer(status, body));

    public static HttpResponseMessage Answer(HttpStatusCode status, string body, params (string Name, string Value)[] headers)
    {
        var response = new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        response.Headers.TryAddWithoutValidation("Date", "Tue, 24 Nov 2026 10:00:00 GMT");
        foreach (var (name, value) in headers)
            response.Headers.TryAddWithoutValidation(name, value);
        return response;
    }

    /// <summary>The request arrives, the reply does not.</summary>
    public static HttpResponseMessage LoseReply(SeenRequest request)
        => throw new HttpRequestException(HttpRequestError.ResponseEnded, "The response ended prematurely.");

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var seen = new SeenRequest(
            request.Method,
            request.RequestUri!,
            request.Headers.Authorization?.ToString(),
            request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken),
            string.Join('\n', request.Headers.Select(header => $"{header.Key}: {string.Join(',', header.Value)}")));
        lock (_lock)
            _seen.Add(seen);
        var rule = _script.FirstOrDefault(rule => rule.Matches(seen));
        var response = rule.Answer is null
            ? throw new InvalidOperationException($"Nobody planned {seen.Method} {seen.Uri}.")
            : rule.Answer(seen);
        response.RequestMessage = request;
        return response;
    }
}
