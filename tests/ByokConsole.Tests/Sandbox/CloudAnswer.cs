using System.Text.Json.Nodes;

namespace ByokConsole.Tests.Sandbox;

/// <summary>One answer as it came over the wire.</summary>
public sealed record CloudAnswer(int Status, string Text, HttpResponseMessage Message)
{
    public JsonObject Json => Assert.IsType<JsonObject>(JsonNode.Parse(Text));

    /// <summary>The text at a path of member names; null when something on the way is absent.</summary>
    public string? this[string path] => At(path)?.ToString();

    public JsonNode? At(string path) => path.Split('.').Aggregate<string, JsonNode?>(Json, (node, name) => node?[name]);

    public string? Header(string name) => Message.Headers.TryGetValues(name, out var values) ? string.Join(", ", values)
        : Message.Content.Headers.TryGetValues(name, out var more) ? string.Join(", ", more)
        : null;

    public CloudAnswer Expect(int status)
    {
        Assert.True(Status == status, $"Expected {status}, got {Status}: {Text}");
        return this;
    }

    /// <summary>The pointers of an answer in the published error shape; every error is looked at whole.</summary>
    public IReadOnlyList<string?> Pointers(int status, string code)
    {
        Expect(status);
        var errors = Assert.IsType<JsonArray>(Json["errors"]);
        Assert.NotEmpty(errors);
        return
        [
            .. errors.Select(error =>
            {
                Assert.Equal(status.ToString(System.Globalization.CultureInfo.InvariantCulture), (string?)error!["status"]);
                Assert.Equal(code, (string?)error["code"]);
                Assert.All(["id", "title", "detail"], name => Assert.False(string.IsNullOrWhiteSpace((string?)error[name]), $"{name} is missing"));
                return (string?)Assert.IsType<JsonObject>(error["source"])["pointer"];
            }),
        ];
    }
}
