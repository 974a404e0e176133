using System.Text.Json;
using System.Text.Json.Nodes;

namespace ByokConsole.Sandbox.ConfluentCloud;

/// <summary>
/// Finds members of another JSON type than the contract gives them. Without this a key that is sent as text in place of an object would
/// read as no key at all, and the cluster would come up with Confluent's own.
/// </summary>
internal static class BodyShape
{
    public static IEnumerable<ConfluentProblem> Misfits(JsonObject body, params IReadOnlyList<(string Pointer, JsonValueKind Kind)> members)
        => from member in members
           let node = At(body, member.Pointer)
           where node is not null && !Fits(node.GetValueKind(), member.Kind)
           select new ConfluentProblem($"{member.Pointer} must be {Word(member.Kind)}.", member.Pointer);

    /// <summary>The member, or null when it or a parent of it is absent, null, or no object.</summary>
    private static JsonNode? At(JsonObject body, string pointer)
        => pointer.Split('/').Skip(1).Aggregate<string, JsonNode?>(body, (parent, name) => (parent as JsonObject)?[name]);

    private static bool Fits(JsonValueKind found, JsonValueKind wanted)
        => found == wanted || (wanted is JsonValueKind.True && found is JsonValueKind.False);

    private static string Word(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "a number",
        JsonValueKind.True => "true or false",
        _ => "of another type",
    };
}
