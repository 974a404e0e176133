using ByokConsole.Core.Telemetry;
using OpenTelemetry.Metrics;

namespace ByokConsole.Web.Hosting;

/// <summary>Sends the console's measurements to a collector, where one is named, and nowhere otherwise.</summary>
internal static class MetricsExport
{
    /// <summary>OpenTelemetry's own variable; its others (headers, protocol, interval) are read by the exporter.</summary>
    public const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    public static IServiceCollection AddMetricsExport(this IServiceCollection services, IConfiguration configuration)
    {
        if (!string.IsNullOrWhiteSpace(configuration[Endpoint]))
            services.AddOpenTelemetry().WithMetrics(metrics => metrics.AddMeter(ConsoleMetrics.MeterName).AddOtlpExporter());
        return services;
    }
}
