using System.Text.Json;
using System.Text.Json.Nodes;

namespace ByokConsole.Sandbox.Http;

/// <summary>One request as the clouds see it.</summary>
public sealed class Call
{
    private const int MaxDepth = 32;

    public required string Method { get; init; }
    public required string Host { get; init; }

    /// <summary>Path with empty segments dropped, unescaped.</summary>
    public required IReadOnlyList<string> Segments { get; init; }
    public required IQueryCollection Query { get; init; }
    public required IHeaderDictionary Headers { get; init; }
    public required ReadOnlyMemory<byte> Body { get; init; }
    public string RequestId { get; } = Guid.NewGuid().ToString();

    /// <summary>Who asked, once the cloud knows; for the request log.</summary>
    public string? Caller { get; set; }

    /// <summary>The fault that was played on it, by name; for the request log.</summary>
    public string? Fault { get; set; }

    public string Path => "/" + string.Join('/', Segments);

    /// <summary>The same request with another body, for the clouds' own functions when the control host asks them.</summary>
    internal Call With(JsonObject body) => new()
    {
        Method = Method,
        Host = Host,
        Segments = Segments,
        Query = Query,
        Headers = Headers,
        Body = JsonSerializer.SerializeToUtf8Bytes(body),
    };

    public string? Header(string name) => Headers.TryGetValue(name, out var value) ? value.ToString() : null;

    /// <summary>The body as a JSON object, or null when it is none, names a member twice, or holds text that is no Unicode.</summary>
    public JsonObject? Json()
    {
        try
        {
            var options = new JsonReaderOptions { MaxDepth = MaxDepth };
            for (var reader = new Utf8JsonReader(Body.Span, options); reader.Read();)
            {
                // Read now: a lone surrogate would otherwise surface wherever the member is first looked at.
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName)
                    _ = reader.GetString();
            }

            return JsonNode.Parse(Body.Span, documentOptions: new JsonDocumentOptions { MaxDepth = MaxDepth, AllowDuplicateProperties = false }) as JsonObject;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
