using System.Security.Claims;
using ByokConsole.Web.Api.Confluent;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace ByokConsole.Web.Hosting.Access;

/// <summary>
/// In Live mode the console acts with a cloud identity, and every user of the machine can reach its port. Until there is sign-in it serves
/// its owner only: a browser that came in by a link, or a script with the token. Everybody else is told that it is alive, and nothing more.
/// </summary>
public static class AccessGate
{
    public const string Cookie = "byok-console";
    public const string LinksPath = "/links";
    private static readonly PathString[] Open = ["/healthz", "/readyz", AccessLinks.Path];

    public static void AddAccessGate(this IServiceCollection services, ConsoleOptions options)
    {
        if (options.Mode is not ConsoleMode.Live)
            return;
        services.AddSingleton<AccessLinks>();
        services.AddSingleton(_ => ApiToken.Open(options.ModeFolder));
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(cookie =>
        {
            cookie.Cookie.Name = Cookie;
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Strict;
            cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            cookie.ExpireTimeSpan = TimeSpan.FromHours(12);
            cookie.SlidingExpiration = true;
        });
    }

    public static void UseAccessGate(this WebApplication app)
    {
        if (app.Services.GetService<ApiToken>() is not { } token)
            return;
        app.Use((context, next) => AdmitAsync(context, next, token));
        app.MapGet(AccessLinks.Path, EnterAsync);
        app.MapPost(LinksPath, (HttpRequest request, AccessLinks links) => $"{request.Scheme}://{request.Host}{links.Create()}");
    }

    private static async Task AdmitAsync(HttpContext context, RequestDelegate next, ApiToken token)
    {
        // Where Confluent's own APIs are passed on, Confluent Cloud judges the caller's credential; it has to be our organization's before
        // anything is looked at with the console's own.
        if (Open.Contains(context.Request.Path) || (ConfluentEndpoints.IsAt(context.Request.Path) && CallerCredential.IsIn(context.Request)) || token.IsIn(context.Request) || (await context.AuthenticateAsync()).Succeeded)
            await next(context);
        else
            await AccessPage.WriteAsync(context);
    }

    private static async Task EnterAsync(HttpContext context, AccessLinks links, string? token)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (token is null || !links.Use(token))
        {
            await AccessPage.WriteAsync(context);
            return;
        }

        var owner = new ClaimsIdentity([new Claim(ClaimTypes.Name, Environment.UserName)], CookieAuthenticationDefaults.AuthenticationScheme);
        await context.SignInAsync(new ClaimsPrincipal(owner));
        context.Response.Redirect("/");
    }
}
