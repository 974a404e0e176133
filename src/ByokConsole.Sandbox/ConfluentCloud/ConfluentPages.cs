using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using ByokConsole.Sandbox.Http;

namespace ByokConsole.Sandbox.ConfluentCloud;

/// <summary>The list envelope and its paging: opaque tokens, absolute links that keep the filters.</summary>
internal static class ConfluentPages
{
    private const int DefaultSize = 10;

    public static Reply Page(Call call, string path, string apiVersion, string kind, int maxSize, IReadOnlyList<JsonNode> items)
    {
        var size = DefaultSize;
        if (call.Query["page_size"].ToString() is { Length: > 0 } text
            && (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out size) || size < 1 || size > maxSize))
            return ConfluentErrors.Of(400, "invalid_filter", $"page_size must be 1 to {maxSize}.", parameter: "page_size");
        if (Skip(call.Query["page_token"].ToString()) is not { } skip)
            return ConfluentErrors.Of(400, "invalid_filter", "page_token is not one that was given out.", parameter: "page_token");
        var metadata = new JsonObject { ["first"] = Link(call, path, size, null), ["total_size"] = items.Count };
        if (skip + size < items.Count)
            metadata["next"] = Link(call, path, size, skip + size);
        return new Reply(200, new JsonObject
        {
            ["api_version"] = apiVersion,
            ["kind"] = kind,
            ["metadata"] = metadata,
            ["data"] = JsonReading.Array(items.Skip(skip).Take(size)),
        });
    }

    private static int? Skip(string token)
    {
        if (token.Length == 0)
            return 0;
        try
        {
            return int.TryParse(Encoding.ASCII.GetString(Convert.FromHexString(token)), NumberStyles.None, CultureInfo.InvariantCulture, out var skip) ? skip : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static string Link(Call call, string path, int size, int? skip)
    {
        var link = new StringBuilder($"https://{call.Host}/{path}?page_size={size}");
        foreach (var (name, values) in call.Query.Where(part => part.Key is not ("page_size" or "page_token")))
        {
            foreach (var value in values)
                link.Append('&').Append(Uri.EscapeDataString(name)).Append('=').Append(Uri.EscapeDataString(value ?? ""));
        }

        if (skip is { } from)
            link.Append("&page_token=").Append(Convert.ToHexStringLower(Encoding.ASCII.GetBytes(from.ToString(CultureInfo.InvariantCulture))));
        return link.ToString();
    }
}
