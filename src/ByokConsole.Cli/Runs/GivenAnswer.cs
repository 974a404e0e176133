using System.Text.Json.Nodes;

namespace ByokConsole.Cli.Runs;

/// <summary>An answer to a run's question, as it goes to the console.</summary>
/// <param name="Mark">The very question that it answers.</param>
internal sealed record GivenAnswer(string Mark, string Choice, string? Text, IReadOnlyList<string> Ticked)
{
    public JsonObject Body => Api.Body.Of(
        ("mark", Mark), ("choice", Choice), ("text", Text), ("options", new JsonArray([.. Ticked.Select(id => JsonValue.Create(id))])));
}
