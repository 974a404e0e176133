using System.Text.Json.Nodes;

namespace ByokConsole.Sandbox.Http;

/// <summary>One answer, before it is written.</summary>
public sealed record Reply(int Status, JsonNode? Body = null)
{
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>Text in place of JSON, for faults that answer like a broken gateway; else null.</summary>
    public string? Text { get; init; }
    public string ContentType { get; init; } = "application/json; charset=utf-8";

    /// <summary>True to drop the connection in place of answering.</summary>
    public bool Drop { get; init; }

    public Reply With(string header, string value)
        => this with { Headers = new Dictionary<string, string>(Headers) { [header] = value } };
}
