using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ByokConsole.Web.Api.Problems;

/// <summary>Says what is wrong with a request that cannot be read, in the caller's terms and not in those of our types.</summary>
internal static partial class UnreadableRequest
{
    public static ProblemHttpResult Explain(BadHttpRequestException bad) => bad switch
    {
        { InnerException: JsonException json } => OfBody(bad.StatusCode, json, Explain(json)),
        _ when Parameter().Match(bad.Message) is { Success: true } match
            => ApiProblems.Of(bad.StatusCode, "unreadable_parameter", $"{NameOf(match.Groups["name"].Value)} cannot be \u201c{match.Groups["value"].Value}\u201d."),
        _ when bad.Message.StartsWith("Required parameter", StringComparison.Ordinal) || bad.Message.StartsWith("Implicit body", StringComparison.Ordinal)
            => ApiProblems.Of(bad.StatusCode, "body_required", "Send a JSON object."),
        _ => ApiProblems.Of(bad.StatusCode, "unreadable_request", bad.Message),
    };

    private static ProblemHttpResult OfBody(int status, JsonException json, string detail)
    {
        const string code = "unreadable_body";
        var source = json.Path is { } path ? new ApiErrorSource(PointerOf(path)) : null;
        return ApiProblems.Of(status, code, detail, [new ApiError(code, detail) { Source = source }]);
    }

    private static string Explain(JsonException json) => json switch
    {
        _ when Unknown().Match(json.Message) is { Success: true } match => $"There is no field {match.Groups["name"].Value}. See the API's description for those that there are.",
        _ when Twice().Match(json.Message) is { Success: true } match => $"The field {match.Groups["name"].Value} stands twice.",
        _ when Missing().Match(json.Message) is { Success: true } match => $"The body lacks {match.Groups["names"].Value.TrimEnd('.')}.",
        { Path: "$" } when json.Message.Contains("could not be converted", StringComparison.Ordinal) => "The body is not a JSON object.",
        { Path: { } path } when json.Message.Contains("could not be converted", StringComparison.Ordinal) => $"{PointerOf(path)} has not the type, or is none of the words, that it takes.",
        { LineNumber: { } line } => $"The body is not JSON: line {line + 1} cannot be read.",
        _ => "The body is not a JSON object.",
    };

    /// <summary>A parameter as callers write it.</summary>
    private static string NameOf(string parameter) => parameter switch
    {
        nameof(PageRequest.Size) => PageRequest.SizeName,
        nameof(PageRequest.Token) => PageRequest.TokenName,
        _ => parameter,
    };

    /// <summary>"$.spec.cku" as a JSON pointer.</summary>
    private static string PointerOf(string path) => path.TrimStart('$').Replace('.', '/').Replace("[", "/", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal);

    [GeneratedRegex("JSON property '(?<name>[^']+)' could not be mapped")]
    private static partial Regex Unknown();

    [GeneratedRegex("Duplicate property '(?<name>[^']+)'")]
    private static partial Regex Twice();

    [GeneratedRegex("missing required properties including: (?<names>.+)")]
    private static partial Regex Missing();

    [GeneratedRegex("""Failed to bind parameter "\S+ (?<name>[^"]+)" from "(?<value>[^"]*)".""")]
    private static partial Regex Parameter();
}
