using System.Net;
using System.Text.Json;
using ByokConsole.Cli.Api.Wire;

namespace ByokConsole.Cli.Api;

/// <summary>Reads why the console did not do what was asked, and with which exit code that ends a command.</summary>
internal static class Refusal
{
    private const string NotLetIn = "Its token stands in live/api-token in the console's data folder.";

    public static async Task<CommandFailure> ReadAsync(Uri server, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var text = await response.Content.ReadAsStringAsync(cancellationToken);
        return response.StatusCode switch
        {
            HttpStatusCode.Unauthorized => Unreachable.NotLetIn(server, NotLetIn),
            HttpStatusCode.Forbidden => Unreachable.NotLetIn(server, $"{FirstLine(text)} {NotLetIn}"),
            _ when Parse(response, text) is { } problem => new CommandFailure(CodeOf(problem), problem),
            HttpStatusCode.ServiceUnavailable => Unreachable.Stopping(server, FirstLine(text)),
            var status => Unreachable.NoConsole(server, status),
        };
    }

    private static int CodeOf(Problem problem) => problem switch
    {
        { Code: "preflight_failed" } => ExitCode.ChecksFailed,
        { Code: "no_such_address" } => ExitCode.Refused,
        { Status: 404 } => ExitCode.NotFound,
        _ => ExitCode.Refused,
    };

    private static Problem? Parse(HttpResponseMessage response, string text)
    {
        if (response.Content.Headers.ContentType?.MediaType is not "application/problem+json")
            return null;
        try
        {
            return JsonSerializer.Deserialize(text, WireJson.Default.Problem);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string FirstLine(string text) => text.Split('\n')[0].Trim() is { Length: > 0 and < 300 } line ? line : "";
}
