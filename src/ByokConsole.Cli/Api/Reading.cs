using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace ByokConsole.Cli.Api;

/// <summary>
/// An answer of the console, twice: read, for people; and as it came, for programs. So what a newer console says more reaches
/// <c>-o json</c> through an older <c>byok</c>.
/// </summary>
internal sealed record Reading<T>(T Value, JsonNode Json)
{
    public static Reading<T> Of(JsonNode json, JsonTypeInfo<T> type)
    {
        try
        {
            return new(json.Deserialize(type) ?? throw new JsonException("There is nothing where something was expected."), json);
        }
        catch (JsonException e)
        {
            throw new CommandFailure(ExitCode.Refused, "unreadable_answer", $"The console's answer cannot be read: {e.Message} It may be another version than this byok.");
        }
    }
}
