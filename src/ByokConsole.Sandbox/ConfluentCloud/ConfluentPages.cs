using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using ByokConsole.Sandbox.Http;
using ByokConsole.Sandbox.State;

namespace ByokConsole.Sandbox.ConfluentCloud;

/// <summary>
/// The list envelope and its paging: absolute links on this host that keep the filters. A token names the place after the last item, not a
/// count, so what is created or deleted meanwhile neither repeats nor hides the rest.
/// </summary>
internal static class ConfluentPages
{
    private const int DefaultSize = 10;

    /// <summary>A page of what is given, newest first unless said otherwise.</summary>
    public static Reply Page<T>(
        Call call, (string ApiVersion, string Kind, int MaxSize) list, IEnumerable<T> items, Func<T, JsonObject> write, bool oldestFirst = false)
        where T : IConfluentRecord
    {
        var size = DefaultSize;
        if (call.Query["page_size"].ToString() is { Length: > 0 } text
            && (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out size) || size < 1 || size > list.MaxSize))
            return ConfluentErrors.BadFilter("page_size", $"page_size must be 1 to {list.MaxSize}.");
        var token = call.Query["page_token"].ToString();
        var after = Place.Read(token);
        if (token.Length > 0 && after is null)
            return ConfluentErrors.BadFilter("page_token", "page_token is not one that was given out.");
        var order = Comparer<Place>.Create((one, other) => Place.Compare(one, other, oldestFirst));
        var all = items.OrderBy(Place.Of, order).ToList();
        var rest = after is null ? all : [.. all.Where(item => order.Compare(Place.Of(item), after) > 0)];
        var page = rest.Take(size).ToList();
        var metadata = new JsonObject { ["first"] = Link(call, size, null), ["total_size"] = all.Count };
        if (rest.Count > size)
            metadata["next"] = Link(call, size, Place.Of(rest[size - 1]));
        return new Reply(200, new JsonObject
        {
            ["api_version"] = list.ApiVersion,
            ["kind"] = list.Kind,
            ["metadata"] = metadata,
            ["data"] = JsonReading.Array(page.Select(write)),
        });
    }

    private static string Link(Call call, int size, Place? after)
    {
        var link = new StringBuilder($"https://{call.Host}{call.Path}?page_size={size}");
        foreach (var (name, values) in call.Query.Where(part => part.Key is not ("page_size" or "page_token")))
        {
            foreach (var value in values)
                link.Append('&').Append(Uri.EscapeDataString(name)).Append('=').Append(Uri.EscapeDataString(value ?? ""));
        }

        if (after is not null)
            link.Append("&page_token=").Append(after.Token);
        return link.ToString();
    }

    /// <summary>Where a page ended.</summary>
    private sealed record Place(long Ticks, string Id)
    {
        public string Token => Convert.ToHexStringLower(Encoding.UTF8.GetBytes($"{Ticks}/{Id}"));

        public static Place Of<T>(T item)
            where T : IConfluentRecord
            => new(item.CreatedAt.UtcTicks, item.Id);

        public static Place? Read(string token)
        {
            var bytes = new byte[token.Length / 2];
            return Convert.FromHexString(token, bytes, out _, out _) is System.Buffers.OperationStatus.Done
                && Encoding.UTF8.GetString(bytes).Split('/') is [var ticks, { Length: > 0 } id]
                && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
                    ? new(at, id)
                    : null;
        }

        public static int Compare(Place one, Place other, bool oldestFirst)
        {
            var byDate = oldestFirst ? one.Ticks.CompareTo(other.Ticks) : other.Ticks.CompareTo(one.Ticks);
            return byDate != 0 ? byDate : string.CompareOrdinal(one.Id, other.Id);
        }
    }
}
