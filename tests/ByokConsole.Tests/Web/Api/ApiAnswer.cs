using System.Text.Json.Nodes;

namespace ByokConsole.Tests.Web.Api;

/// <summary>What the console answered.</summary>
public sealed record ApiAnswer(int Status, string Type, string Text, IReadOnlyDictionary<string, string> Headers)
{
    public JsonNode Json => JsonNode.Parse(Text)!;

    /// <summary>Codes of the problem's errors, in their order.</summary>
    public IReadOnlyList<string> Codes => [.. Json["errors"]!.AsArray().Select(error => (string)error!["code"]!)];

    public static async Task<ApiAnswer> OfAsync(HttpResponseMessage response, CancellationToken cancellationToken) => new(
        (int)response.StatusCode,
        response.Content.Headers.ContentType?.MediaType ?? "",
        await response.Content.ReadAsStringAsync(cancellationToken),
        response.Headers.Concat<KeyValuePair<string, IEnumerable<string>>>(response.Content.Headers)
            .ToDictionary(header => header.Key, header => string.Join("\n", header.Value), StringComparer.OrdinalIgnoreCase));
}
