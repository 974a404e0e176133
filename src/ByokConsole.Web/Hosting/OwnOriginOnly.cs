namespace ByokConsole.Web.Hosting;

/// <summary>
/// Refuses what a page of another site, or of another port of this machine, asks for in the person's browser: requests, and circuits, which
/// begin as requests. Browsers tell who asks (<c>Origin</c>, <c>Sec-Fetch-Site</c>), and no page can forge it. Following a link into the
/// console is let through: it shows the page to the person, and tells the other site nothing. Where neither header is there, no browser asks.
/// </summary>
public static class OwnOriginOnly
{
    public const string Refusal = "Refused: a page of another site or port asked for this. Open the console at its own address instead.";

    public static IApplicationBuilder UseOwnOriginOnly(this IApplicationBuilder app)
        => app.Use(static (context, next) => Admits(context.Request) ? next(context) : RefuseAsync(context));

    private static bool Admits(HttpRequest request)
        => HasOwnOrigin(request) && (IsOwnSite(request) || IsTopLevelNavigation(request));

    private static bool HasOwnOrigin(HttpRequest request)
        => request.Headers.Origin is not { Count: > 0 } origin
            || string.Equals(origin.ToString(), $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);

    /// <summary>Typed or bookmarked addresses come with "none".</summary>
    private static bool IsOwnSite(HttpRequest request)
        => request.Headers["Sec-Fetch-Site"] is not { Count: > 0 } site || site.ToString() is "same-origin" or "none";

    private static bool IsTopLevelNavigation(HttpRequest request)
        => HttpMethods.IsGet(request.Method)
            && request.Headers["Sec-Fetch-Mode"].ToString() is "navigate"
            && request.Headers["Sec-Fetch-Dest"].ToString() is "document"
            && !request.HttpContext.WebSockets.IsWebSocketRequest
            && !request.Path.StartsWithSegments("/_blazor");

    private static Task RefuseAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(Refusal, context.RequestAborted);
    }
}
