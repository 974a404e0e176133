using System.Text.Json;
using ByokConsole.Cli.Api;
using ByokConsole.Cli.Api.Wire;

namespace ByokConsole.Cli.Output;

/// <summary>Says on stderr why nothing was done: in lines for people, as the problem itself for programs.</summary>
internal static class ErrorReport
{
    public static void Write(TextWriter errors, Problem problem, OutputFormat format)
    {
        if (format is not OutputFormat.Human)
        {
            errors.Write(Printer.Write(JsonSerializer.SerializeToNode(problem, WireJson.Default.Problem), format));
            return;
        }
        errors.WriteLine($"Error: {problem.Detail}");
        foreach (var error in problem.Errors ?? [])
            errors.WriteLine(Line(error));
        if (problem.More?.GetValueOrDefault("cloud_request_id") is { ValueKind: JsonValueKind.String } id)
            errors.WriteLine($"  Request id for the cloud's support: {id.GetString()}");
    }

    public static string Line(ProblemError error)
    {
        var seen = (error.Observed, error.Expected) switch
        {
            (null or "", null or "") => "",
            ({ Length: > 0 } observed, null or "") => $" (found: {observed})",
            (null or "", { } expected) => $" (expected: {expected})",
            var (observed, expected) => $" (found: {observed}; expected: {expected})",
        };
        var at = error.Source?.Pointer is { } pointer ? $" at {pointer}" : "";
        return $"  {error.Code}{at}: {error.Detail}{seen}";
    }
}
