using System.Globalization;
using System.Text.Json.Nodes;
using ByokConsole.Sandbox.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace ByokConsole.Sandbox.ConfluentCloud;

/// <summary>Errors in the shape of Confluent's published contract: <c>errors[{id,status,code,title,detail,source}]</c>.</summary>
internal static class ConfluentErrors
{
    public static Reply Of(int status, string code, params IReadOnlyList<ConfluentProblem> problems)
        => new(status, new JsonObject { ["errors"] = JsonReading.Array(problems.Select(problem => Write(status, code, problem))) });

    public static Reply Of(int status, string code, string detail) => Of(status, code, new ConfluentProblem(detail));

    /// <summary>The body breaks rules: all of them at once.</summary>
    public static Reply Invalid(params IReadOnlyList<ConfluentProblem> problems) => Of(422, "invalid_configuration", problems);

    public static Reply Invalid(string detail, string pointer) => Invalid(new ConfluentProblem(detail, pointer));

    public static Reply BadBody() => Of(400, "invalid_request", "The body is not a JSON object, or names a member twice.");

    public static Reply BadFilter(string parameter, string detail) => Of(400, "invalid_filter", new ConfluentProblem(detail, Parameter: parameter));

    public static Reply NotFound(string what) => Of(404, "not_found", $"{what} was not found.");

    /// <summary>How a deleted or foreign cluster reads, by the vendor's own fixture, and what is in no environment that exists.</summary>
    public static Reply ForbiddenAccess() => Of(403, "forbidden_access", "Forbidden Access");

    private static JsonObject Write(int status, string code, ConfluentProblem problem)
    {
        var source = new JsonObject();
        if (problem.Pointer is not null)
            source["pointer"] = problem.Pointer;
        if (problem.Parameter is not null)
            source["parameter"] = problem.Parameter;
        return new JsonObject
        {
            ["id"] = Guid.NewGuid().ToString("N"),
            ["status"] = status.ToString(CultureInfo.InvariantCulture),
            ["code"] = code,
            ["title"] = ReasonPhrases.GetReasonPhrase(status),
            ["detail"] = problem.Detail,
            ["source"] = source,
        };
    }
}
