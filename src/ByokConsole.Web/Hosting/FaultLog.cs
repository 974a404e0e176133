using System.Diagnostics;
using Microsoft.AspNetCore.Diagnostics;

namespace ByokConsole.Web.Hosting;

/// <summary>Logs a failed request with the id that the error page shows; the page itself is somebody else's.</summary>
public sealed partial class FaultLog(ILogger<FaultLog> logger) : IExceptionHandler
{
    public static string CorrelationId(HttpContext context) => Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier;

    public ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        // What a program asked for wrongly is told to it, and is no fault of ours.
        if (exception is BadHttpRequestException)
            return ValueTask.FromResult(false);
        // The request itself is by now on its way to the error page.
        var path = httpContext.Features.Get<IExceptionHandlerPathFeature>()?.Path ?? httpContext.Request.Path;
        Log.RequestFailed(logger, CorrelationId(httpContext), httpContext.Request.Method, path, exception);
        return ValueTask.FromResult(false);
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "A request failed ({CorrelationId}): {Method} {Path}")]
        public static partial void RequestFailed(ILogger logger, string correlationId, string method, string path, Exception exception);
    }
}
