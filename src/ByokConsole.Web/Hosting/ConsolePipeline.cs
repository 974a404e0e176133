using ByokConsole.Web.Api;
using ByokConsole.Web.Api.Problems;
using ByokConsole.Web.Features.RevokeKey;
using ByokConsole.Web.Hosting.Access;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;

namespace ByokConsole.Web.Hosting;

/// <summary>What happens to a request, in order.</summary>
public static class ConsolePipeline
{
    private const string ForEver = "public, max-age=31536000, immutable";

    public static void UseConsole(this WebApplication app)
    {
        app.UseSecurityHeaders();
        app.UseStoppingDoor();
        app.UseOwnOriginOnly();
        app.UseAccessGate();
        app.UseResponseCompression();
        app.UseExceptionHandler("/error", createScopeForErrors: true);
        app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
        // Inside of the pages' own: what is answered here is never turned into a page.
        app.UseWhen(IsApi, api => api.Use(app.Services.GetRequiredService<ApiRate>().AdmitAsync).UseApiFaults().Use(JsonOnly.AdmitAsync));
        app.UseAntiforgery();

        app.MapHealthChecks("/healthz", new HealthCheckOptions { Predicate = _ => false });
        app.MapHealthChecks("/readyz", ReadinessReport.Options);
        app.MapThemeStylesheet();
        app.MapRunFiles();
        app.MapConsoleApi();
        app.MapStaticAssets();
        app.MapRazorComponents<App>()
            .AddInteractiveServerRenderMode(mode => mode.ContentSecurityFrameAncestorsPolicy = null); // ours is stricter: SecurityHeaders
    }

    private static bool IsApi(HttpContext context) => context.Request.Path.StartsWithSegments(ConsoleApi.Everything);

    private static void MapThemeStylesheet(this WebApplication app)
    {
        var stylesheet = app.Services.GetRequiredService<ThemeStylesheet>();
        app.MapGet(stylesheet.Path, (HttpResponse response) =>
        {
            response.Headers.CacheControl = ForEver;
            return TypedResults.Text(stylesheet.Css, "text/css");
        });
    }
}
