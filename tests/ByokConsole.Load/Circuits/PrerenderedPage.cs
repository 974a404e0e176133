using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ByokConsole.Load.Circuits;

/// <summary>What the document of a page says about making it live.</summary>
/// <param name="Components">The root components, as the hub takes them.</param>
/// <param name="State">What the prerendering kept for them, sealed by the server.</param>
internal sealed partial record PrerenderedPage(string Components, string State)
{
    /// <exception cref="InvalidOperationException">The page has no component that could be made live.</exception>
    public static PrerenderedPage Read(string html)
    {
        var operations = new JsonArray();
        foreach (var marker in Markers().Matches(html).Select(match => JsonNode.Parse(match.Groups[1].Value)!).Where(marker => marker["descriptor"] is not null))
            operations.Add(new JsonObject { ["type"] = "add", ["ssrComponentId"] = operations.Count + 1, ["marker"] = marker });
        if (operations.Count == 0)
            throw new InvalidOperationException("The page has no component that could be made live.");
        var components = new JsonObject { ["batchId"] = 1, ["operations"] = operations };
        return new(components.ToJsonString(JsonSerializerOptions.Web), KeptState().Match(html).Groups[1].Value);
    }

    [GeneratedRegex("<!--Blazor:({.*?})-->")]
    private static partial Regex Markers();

    [GeneratedRegex("<!--Blazor-Server-Component-State:(.*?)-->")]
    private static partial Regex KeptState();
}
