using System.Text.Json;
using ByokConsole.Core.Clouds;

namespace ByokConsole.Adapters.ConfluentCloud;

/// <summary>
/// An error body in any of the three shapes that Confluent sends: <c>{"errors":[…]}</c>, <c>{"message":…}</c> and
/// <c>{"error":{"message":…}}</c> (which may carry a code). Everything in them is optional; anything else is <see cref="None"/>.
/// </summary>
internal sealed record ConfluentErrorBody(string? Code, string? Detail, IReadOnlyList<FieldProblem> Problems)
{
    public static ConfluentErrorBody None { get; } = new(null, null, []);

    public static ConfluentErrorBody Parse(string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var root = document.RootElement;
            if (Child(root, "errors") is { ValueKind: JsonValueKind.Array } errors && errors.GetArrayLength() > 0)
            {
                FieldProblem[] problems = [.. errors.EnumerateArray().Select(Problem)];
                return new(problems[0].Code, problems[0].Detail, problems);
            }

            var error = Child(root, "error");
            return new(Text(error, "code"), Text(root, "message") ?? Text(error, "message"), []);
        }
        catch (JsonException)
        {
            return None;
        }
    }

    private static FieldProblem Problem(JsonElement error)
        => new(
            Text(Child(error, "source"), "pointer"),
            Text(error, "code"),
            Text(error, "detail") ?? Text(error, "title") ?? "no reason given");

    private static JsonElement? Child(JsonElement? parent, string name)
        => parent is { ValueKind: JsonValueKind.Object } element && element.TryGetProperty(name, out var child) ? child : null;

    private static string? Text(JsonElement? parent, string name)
        => Child(parent, name) is { ValueKind: JsonValueKind.String } text && text.GetString() is { Length: > 0 } value ? value : null;
}
