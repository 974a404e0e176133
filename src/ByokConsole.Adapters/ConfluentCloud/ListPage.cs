using System.Text.Json;
using System.Web;
using ByokConsole.Adapters.ConfluentCloud.Wire;

namespace ByokConsole.Adapters.ConfluentCloud;

/// <summary>One page: its rows, and the token of the next page or null.</summary>
internal sealed record ListPage<T>(IReadOnlyList<T> Rows, string? NextToken)
{
    /// <exception cref="JsonException">There are no rows, or the next link has no token.</exception>
    public static ListPage<T> Read<TWire>(WireList<TWire> wire, Func<TWire, T> map)
        => new([.. (wire.Data ?? throw new JsonException("The list has no data.")).Select(map)], Token(wire.Metadata?.Next));

    private static string? Token(string? next)
    {
        if (string.IsNullOrEmpty(next))
            return null;
        var query = next.IndexOf('?', StringComparison.Ordinal);
        var token = query < 0 ? null : HttpUtility.ParseQueryString(next[(query + 1)..])["page_token"];
        return string.IsNullOrEmpty(token) ? throw new JsonException("The next link has no page token.") : token;
    }
}
