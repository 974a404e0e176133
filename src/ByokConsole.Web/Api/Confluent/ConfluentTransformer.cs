using Yarp.ReverseProxy.Forwarder;

namespace ByokConsole.Web.Api.Confluent;

/// <summary>Takes our own prefix off, and keeps what is between the caller and us, or us and Confluent Cloud, on its own side.</summary>
internal sealed class ConfluentTransformer(string? path, int? status) : HttpTransformer
{
    public static ConfluentTransformer Instance { get; } = new(null, null);

    public override async ValueTask TransformRequestAsync(
        HttpContext httpContext, HttpRequestMessage proxyRequest, string destinationPrefix, CancellationToken cancellationToken)
    {
        await base.TransformRequestAsync(httpContext, proxyRequest, destinationPrefix, cancellationToken);
        var request = httpContext.Request;
        var rest = path ?? $"{request.Path.ToUriComponent()[ConsoleApi.Everything.Length..]}{request.QueryString.ToUriComponent()}";
        proxyRequest.RequestUri = new Uri(destinationPrefix + rest);
        proxyRequest.Headers.Host = null;
        proxyRequest.Headers.Remove("Cookie");
        proxyRequest.Headers.Remove("Origin");
        proxyRequest.Headers.Remove(IdempotencyKey.Header);
    }

    public override async ValueTask<bool> TransformResponseAsync(HttpContext httpContext, HttpResponseMessage? proxyResponse, CancellationToken cancellationToken)
    {
        // Ours say more than the cloud's: what a browser may do with it is decided here.
        var own = httpContext.Response.Headers.ToList();
        var goesOn = await base.TransformResponseAsync(httpContext, proxyResponse, cancellationToken);
        foreach (var (name, value) in own)
            httpContext.Response.Headers[name] = value;
        httpContext.Response.Headers.Remove("Set-Cookie");
        if (status is { } other && proxyResponse is { IsSuccessStatusCode: true })
            httpContext.Response.StatusCode = other;
        return goesOn;
    }
}
