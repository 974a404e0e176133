using System.Text.Json.Nodes;
using ByokConsole.Sandbox.Http;

namespace ByokConsole.Sandbox.Control;

/// <summary>The control host's one shape of an error, whoever refused: a sentence, and the code that the cloud gives it, the innermost where there are
/// several.</summary>
internal static class ControlErrors
{
    public static Reply Of(int status, string message, string? code = null)
    {
        var body = new JsonObject { ["error"] = message };
        if (code is not null)
            body["code"] = code;
        return new Reply(status, body);
    }

    /// <summary>A refusal of Azure's or of Confluent's, in this shape; anything else as it is.</summary>
    public static Reply Plain(Reply reply)
    {
        if (reply.Status < 400 || reply.Body is not JsonObject body)
            return reply;
        if (body.Object("error") is { } azure)
            return Of(reply.Status, azure.Text("message") ?? "Refused.", azure.Object("innererror").Text("code") ?? azure.Text("code"));
        if (body["errors"] is not JsonArray { Count: > 0 } confluent)
            return reply;
        var details = confluent.Select(error => (error as JsonObject).Text("detail"));
        return Of(reply.Status, string.Join(' ', details), (confluent[0] as JsonObject).Text("code"));
    }
}
