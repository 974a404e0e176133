using System.Globalization;
using System.Text.Json.Nodes;
using ByokConsole.Sandbox.Http;

namespace ByokConsole.Sandbox.Metrics;

/// <summary>
/// Errors of the Metrics API: <c>errors[{status,detail}]</c>, one for each thing that is wrong (Metrics API v2, ErrorResponse).
/// </summary>
internal static class MetricsErrors
{
    public static Reply Of(int status, params IReadOnlyList<string> details)
        => new(status, new JsonObject
        {
            ["errors"] = JsonReading.Array(details.Select(detail => (JsonNode)new JsonObject
            {
                ["status"] = status.ToString(CultureInfo.InvariantCulture),
                ["detail"] = detail,
            })),
        });
}
