using System.Globalization;
using System.Text.Json.Nodes;
using ByokConsole.Sandbox.Http;

namespace ByokConsole.Sandbox.ConfluentCloud;

/// <summary>Errors in the shape of Confluent's published contract: <c>errors[{id,status,code,title,detail,source}]</c>.</summary>
internal static class ConfluentErrors
{
    public static Reply Of(int status, string code, string detail, string? pointer = null, string? parameter = null)
        => Of(status, (code, detail, pointer, parameter));

    public static Reply Of(int status, params (string Code, string Detail, string? Pointer, string? Parameter)[] problems)
        => new(status, new JsonObject
        {
            ["errors"] = JsonReading.Array(problems.Select(problem =>
            {
                var source = new JsonObject();
                if (problem.Pointer is not null)
                    source["pointer"] = problem.Pointer;
                if (problem.Parameter is not null)
                    source["parameter"] = problem.Parameter;
                return (JsonNode)new JsonObject
                {
                    ["id"] = Guid.NewGuid().ToString("N"),
                    ["status"] = status.ToString(CultureInfo.InvariantCulture),
                    ["code"] = problem.Code,
                    ["title"] = Title(status),
                    ["detail"] = problem.Detail,
                    ["source"] = source,
                };
            })),
        });

    public static Reply Invalid(string detail, string pointer) => Of(422, "invalid_configuration", detail, pointer);

    public static Reply NotFound(string what) => Of(404, "not_found", $"{what} was not found.");

    /// <summary>How a deleted or foreign cluster reads, by the vendor's own fixture.</summary>
    public static Reply ForbiddenAccess() => Of(403, "forbidden_access", "Forbidden Access");

    private static string Title(int status) => status switch
    {
        400 => "Bad Request",
        401 => "Unauthorized",
        402 => "Payment Required",
        403 => "Forbidden",
        404 => "Not Found",
        405 => "Method Not Allowed",
        409 => "Conflict",
        422 => "Unprocessable Entity",
        _ => "Error",
    };
}
