using System.Net;
using ByokConsole.Sandbox.Proxy;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace ByokConsole.Resilience.Twin;

/// <summary>A client's message as a server sees it, and back.</summary>
internal static class WireShapes
{
    public static async Task<HttpContext> ReadAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var uri = request.RequestUri!;
        var http = new DefaultHttpContext();
        http.Features.Set<IConnectedHost>(new ConnectedHost(uri.Host));
        http.Features.Set<IHttpRequestLifetimeFeature>(new Lifetime(cancellationToken));
        http.Request.Method = request.Method.Method;
        http.Request.Scheme = uri.Scheme;
        http.Request.Host = new HostString(uri.Host);
        http.Request.Path = PathString.FromUriComponent(uri);
        http.Request.QueryString = QueryString.FromUriComponent(uri);
        foreach (var (name, values) in request.Headers.Concat(request.Content?.Headers ?? Enumerable.Empty<KeyValuePair<string, IEnumerable<string>>>()))
            http.Request.Headers[name] = values.ToArray();
        // Read anew each time, for a request may be delivered twice.
        http.Request.Body = request.Content is { } content
            ? new MemoryStream(await content.ReadAsByteArrayAsync(cancellationToken))
            : Stream.Null;
        return http;
    }

    public static HttpResponseMessage Write(HttpResponse response, byte[] body, HttpRequestMessage request)
    {
        var message = new HttpResponseMessage((HttpStatusCode)response.StatusCode) { RequestMessage = request, Content = new ByteArrayContent(body) };
        foreach (var (name, values) in response.Headers)
        {
            if (!message.Headers.TryAddWithoutValidation(name, values.ToArray()))
                message.Content.Headers.TryAddWithoutValidation(name, values.ToArray());
        }

        return message;
    }

    /// <summary>Remembers that the server hung up.</summary>
    public sealed class Lifetime(CancellationToken aborted) : IHttpRequestLifetimeFeature
    {
        public CancellationToken RequestAborted { get; set; } = aborted;

        public bool IsAborted { get; private set; }

        public void Abort() => IsAborted = true;
    }

    private sealed record ConnectedHost(string Host) : IConnectedHost;
}
