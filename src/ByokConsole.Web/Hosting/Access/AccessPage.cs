using System.Net.Mime;
using ByokConsole.Web.Api;
using ByokConsole.Web.Api.Confluent;
using ByokConsole.Web.Api.Problems;

namespace ByokConsole.Web.Hosting.Access;

/// <summary>What somebody sees who is not let in. It needs no other file, because none is served to them.</summary>
internal static class AccessPage
{
    private const string Html = """
        <!DOCTYPE html>
        <html lang="en">
        <head>
          <meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>ByokConsole</title>{0}
          <style>:root {{ color-scheme: light dark }} body {{ font: 16px/1.5 system-ui, sans-serif; max-width: 38rem; margin: 15vh auto; padding: 0 16px }} pre {{ overflow: auto }}</style>
        </head>
        <body><main>
          <h1>This console lets in its owner only</h1>
          <p>Open the link that it printed when it started. Each link works once; the same user of this machine prints another with</p>
          <pre tabindex="0">dotnet run --project src/ByokConsole.Web -- link</pre>
          <p>Scripts send the token from the file <code>live/api-token</code> in the data folder, as <code>Authorization: Bearer …</code>.</p>
        </main></body>
        </html>
        """;

    private const string Programs = "Not let in: send the token from the file live/api-token in the data folder as a bearer.";

    private static readonly System.Text.CompositeFormat Format = System.Text.CompositeFormat.Parse(Html);

    public static Task WriteAsync(HttpContext context)
    {
        var response = context.Response;
        response.StatusCode = StatusCodes.Status401Unauthorized;
        response.Headers.WWWAuthenticate = "Bearer";
        response.Headers.CacheControl = "no-store";
        if (context.Request.Path.StartsWithSegments(ConsoleApi.Everything))
            return ConfluentEndpoints.IsAt(context.Request.Path)
                ? ConfluentErrors.WriteAsync(context, CallersOwn.Refusal)
                : ApiProblems.Of(StatusCodes.Status401Unauthorized, "not_let_in", Programs).ExecuteAsync(context);
        if (context.Request.Headers["Sec-Fetch-Mode"].ToString() is not "navigate")
            return response.WriteAsync(Programs, context.RequestAborted);

        response.ContentType = $"{MediaTypeNames.Text.Html}; charset=utf-8";
        // A strict cookie stays behind when another site links here. Asking again from our own page brings it along; once, as the
        // second request is our own site's.
        var again = context.Request.Headers["Sec-Fetch-Site"].ToString() is "cross-site" or "same-site";
        var refresh = again ? """<meta http-equiv="refresh" content="0">""" : "";
        return response.WriteAsync(string.Format(null, Format, refresh), context.RequestAborted);
    }
}
