using System.Globalization;
using ByokConsole.Core.Drafts;
using ByokConsole.Core.Preflight;

namespace ByokConsole.Web.Api.Confluent;

/// <summary>Refusals in the shape of Confluent's own (<c>Failure</c> of byok/v1 and cmk/v2), so that its tools show them as they show Confluent's.</summary>
internal static class ConfluentErrors
{
    private const string Title = "Refused by ByokConsole";

    public static Task WriteAsync(HttpContext context, ConfluentRefusal refusal)
        => WriteAsync(context, refusal.Status, [new ConfluentError(refusal.Code, refusal.Detail, null)]);

    /// <summary>One entry for each rule and check that speaks against it, with the field of the request that it is about.</summary>
    /// <param name="pointerOf">Where a field stands in the request.</param>
    public static Task WriteAsync(HttpContext context, AdmissionReport report, Func<DraftField, string?> pointerOf)
        => WriteAsync(
            context, StatusCodes.Status422UnprocessableEntity,
            [.. report.Problems.Select(problem => new ConfluentError(problem.Code, problem.Message, pointerOf(problem.Field))),
                .. report.Failed.Concat(report.Waiting).Select(result => Of(result, pointerOf))]);

    /// <summary>What speaks against nothing and should be known all the same; headers take ASCII only.</summary>
    public static void Warn(HttpResponse response, AdmissionReport report)
    {
        foreach (var warning in report.Warnings)
            response.Headers.Append("Byok-Warning", $"{warning.Code}; {Ascii(warning.Explanation)}");
    }

    private static ConfluentError Of(CheckResult result, Func<DraftField, string?> pointerOf) => new(
        result.Code,
        result is { Observed: { } observed, Expected: { } expected } ? $"{result.Explanation} Observed: {observed}; expected: {expected}." : result.Explanation,
        pointerOf(result.Fields is [var field, ..] ? field : DraftField.Registration));

    private static Task WriteAsync(HttpContext context, int status, IReadOnlyList<ConfluentError> errors)
    {
        context.Response.StatusCode = status;
        if (status is StatusCodes.Status401Unauthorized)
            context.Response.Headers.WWWAuthenticate = "Basic realm=\"Confluent Cloud\"";
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.WriteAsJsonAsync(new
        {
            errors = errors.Select(error => new
            {
                id = context.TraceIdentifier,
                status = status.ToString(CultureInfo.InvariantCulture),
                code = error.Code,
                title = Title,
                detail = error.Detail,
                source = error.Pointer is { } pointer ? new { pointer } : null,
            }),
        }, ConsoleApi.Json, context.RequestAborted);
    }

    private static string Ascii(string text)
        => string.Concat(text.Select(c => c switch
        {
            '\u201c' or '\u201d' => "\"",
            '\u2019' => "'",
            '\u2026' => "...",
            >= ' ' and <= '~' => c.ToString(),
            _ => "?",
        }));

    private sealed record ConfluentError(string Code, string Detail, string? Pointer);
}
