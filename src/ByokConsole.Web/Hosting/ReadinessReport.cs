using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ByokConsole.Web.Hosting;

/// <summary>What <c>/readyz</c> says: each part with its state as JSON; 503 while one is not ready. Strangers may ask, so no exception is told.</summary>
internal static class ReadinessReport
{
    private const string NotSeen = "It could not be looked at; the log says why.";

    public static HealthCheckOptions Options { get; } = new() { ResponseWriter = WriteAsync };

    private static Task WriteAsync(HttpContext context, HealthReport report)
        => context.Response.WriteAsJsonAsync(
            new
            {
                Ready = IsReady(report.Status),
                Parts = report.Entries.ToDictionary(
                    part => part.Key,
                    part => new { Ready = IsReady(part.Value.Status), Says = part.Value.Exception is null ? part.Value.Description : NotSeen }),
            },
            context.RequestAborted);

    private static bool IsReady(HealthStatus status) => status is HealthStatus.Healthy;
}
