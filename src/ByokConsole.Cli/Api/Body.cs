using System.Text.Json.Nodes;

namespace ByokConsole.Cli.Api;

/// <summary>Bodies of requests: what was not said is not sent.</summary>
internal static class Body
{
    public static JsonObject Of(params (string Name, JsonNode? Value)[] members)
    {
        var body = new JsonObject();
        foreach (var (name, value) in members.Where(member => member.Value is not null))
            body[name] = value;
        return body;
    }
}
