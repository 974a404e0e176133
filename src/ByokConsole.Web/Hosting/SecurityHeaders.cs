using Microsoft.Extensions.Primitives;

namespace ByokConsole.Web.Hosting;

/// <summary>
/// What a browser may do with our pages. Scripts come from us alone and never inline. Styles cannot be as strict: MudBlazor's inputs,
/// drawers, tables and popovers carry <c>style</c> attributes.
/// </summary>
public static class SecurityHeaders
{
    public const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
        + "base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    private static readonly KeyValuePair<string, StringValues>[] All =
    [
        new("Content-Security-Policy", ContentSecurityPolicy),
        new("X-Content-Type-Options", "nosniff"),
        new("X-Frame-Options", "DENY"),
        new("Referrer-Policy", "no-referrer"),
        new("Cross-Origin-Opener-Policy", "same-origin"),
        new("Cross-Origin-Resource-Policy", "same-origin"),
        new("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
    ];

    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app)
        => app.Use(static (context, next) =>
        {
            foreach (var (name, value) in All)
                context.Response.Headers[name] = value;
            return next(context);
        });
}
