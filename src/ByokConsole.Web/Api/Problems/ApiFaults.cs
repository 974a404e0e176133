using ByokConsole.Adapters.Storage;
using ByokConsole.Web.Api.Confluent;
using ByokConsole.Web.Hosting;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ByokConsole.Web.Api.Problems;

/// <summary>Programs get a problem where browsers get a page: for addresses that are not there, bodies that cannot be read, and our own defects.</summary>
internal static class ApiFaults
{
    public static IApplicationBuilder UseApiFaults(this IApplicationBuilder app)
        => app
            .UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = WriteAsync, AllowStatusCode404Response = true })
            .UseStatusCodePages(context => WriteAsync(context.HttpContext, ByStatus(context.HttpContext)));

    private static Task WriteAsync(HttpContext context) => WriteAsync(context, Explain(context, context.Features.Get<IExceptionHandlerFeature>()?.Error));

    private static ProblemHttpResult Explain(HttpContext context, Exception? error)
        => error is BadHttpRequestException bad ? UnreadableRequest.Explain(bad)
            : DatabaseTrouble.Of(error) is { } trouble ? ApiProblems.Of(
                StatusCodes.Status503ServiceUnavailable, "database_unavailable", $"{trouble.What} {trouble.Remedy} Nothing that was acknowledged is lost.")
            : ApiProblems.Of(
                StatusCodes.Status500InternalServerError, "console_defect",
                $"Something went wrong inside the console; its log says what, under {FaultLog.CorrelationId(context)}. Nothing that was acknowledged is lost: look before asking again.");

    /// <summary>Writes a problem; where Confluent's own shapes are answered, in that shape.</summary>
    public static Task WriteAsync(HttpContext context, ProblemHttpResult problem)
    {
        context.Response.Headers.CacheControl = "no-store";
        return ConfluentEndpoints.IsAt(context.Request.Path)
            ? ConfluentErrors.WriteAsync(context, new ConfluentRefusal(
                problem.StatusCode, (string)problem.ProblemDetails.Extensions["code"]!, problem.ProblemDetails.Detail!))
            : problem.ExecuteAsync(context);
    }

    private static ProblemHttpResult ByStatus(HttpContext context) => context.Response.StatusCode switch
    {
        StatusCodes.Status404NotFound => ApiProblems.Of(404, "no_such_address", $"There is nothing at {context.Request.Path}. The API is described at {Documents.ApiDocument.Page}."),
        StatusCodes.Status405MethodNotAllowed => ApiProblems.Of(405, "method_not_allowed", $"{context.Request.Method} is not possible at {context.Request.Path}."),
        StatusCodes.Status415UnsupportedMediaType => ApiProblems.Of(415, "json_required", "Send Content-Type: application/json."),
        var status => ApiProblems.Of(status, "not_possible", "The request cannot be carried out."),
    };
}
