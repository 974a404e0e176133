using ByokConsole.Web.Hosting;
using Microsoft.OpenApi;
using Scalar.AspNetCore;

namespace ByokConsole.Web.Api.Documents;

/// <summary>The API's OpenAPI document, and the page on which it is read and tried.</summary>
public static class ApiDocument
{
    public const string Name = "v1";

    /// <summary>Where the document is served.</summary>
    public const string Path = "/api/openapi/v1.json";

    /// <summary>Where it is read by people.</summary>
    public const string Page = "/api/docs";

    public static IServiceCollection AddApiDocument(this IServiceCollection services)
        => services.AddOpenApi(Name, document =>
        {
            document.ShouldInclude = description => $"/{description.RelativePath}".StartsWith(ConsoleApi.Root, StringComparison.Ordinal);
            document.AddOperationTransformer((operation, context, _) =>
            {
                // A list of operations is read by short names; the sentence stands at the operation.
                (operation.Summary, operation.Description) = (Words(operation.OperationId ?? ""), operation.Summary);
                ParameterWords.Describe(operation, context.Description.RelativePath ?? "");
                return Task.CompletedTask;
            });
            document.AddDocumentTransformer((it, _, _) =>
            {
                it.Info = new()
                {
                    Title = "ByokConsole API",
                    Version = Name,
                    Description = "Checks of a key before money is spent, durable runs, the health of keys, grants and revocations. "
                        + "What is asked for is judged by the same rules and checks as in the wizard, and said in the same words.",
                };
                // Where it is served depends on who asks; the document does not.
                it.Servers = [new OpenApiServer { Url = "/" }];
                it.Components ??= new();
                it.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
                {
                    ["token"] = new OpenApiSecurityScheme
                    {
                        Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "In Live mode: the token in live/api-token of the data folder. The sandbox asks for none.",
                    },
                };
                return Task.CompletedTask;
            });
        });

    public static void MapApiDocument(this WebApplication app)
    {
        app.UseWhen(context => context.Request.Path.StartsWithSegments(Page), page => page.Use(AdmitItsScriptAsync));
        app.MapOpenApi("/api/openapi/{documentName}.json");
        app.MapScalarApiReference(Page, (scalar, context) => scalar
            .WithTitle("ByokConsole API")
            .WithOpenApiRoutePattern("/api/openapi/{documentName}.json")
            .WithNonce()
            .DisableAgent()
            .DisableMcp()
            .HideDeveloperTools()
            .DisableDefaultFonts()
            .DisableTelemetry());
    }

    /// <summary>"ListRuns" as people read it.</summary>
    private static string Words(string name)
        => string.Concat(name.Select((c, at) => at > 0 && char.IsUpper(c) ? $" {char.ToLowerInvariant(c)}" : c.ToString()));

    /// <summary>The page starts itself by one script of its own, which is let run by a number that is new each time; nothing is fetched from elsewhere.</summary>
    private static Task AdmitItsScriptAsync(HttpContext context, RequestDelegate next)
    {
        context.Response.OnStarting(() =>
        {
            if (context.Items[ScalarOptions.NonceHttpContextItemKey] is string nonce)
                context.Response.Headers.ContentSecurityPolicy = SecurityHeaders.ContentSecurityPolicy.Replace(
                    "script-src 'self'", $"script-src 'self' 'nonce-{nonce}'", StringComparison.Ordinal);
            return Task.CompletedTask;
        });
        return next(context);
    }
}
