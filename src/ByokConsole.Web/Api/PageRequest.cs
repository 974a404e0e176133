using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;

namespace ByokConsole.Web.Api;

/// <summary>Which page of a list is asked for.</summary>
/// <param name="Skip">Rows before it.</param>
/// <param name="Size">Rows on it, 1 to <see cref="Largest"/>.</param>
public sealed record PageRequest(int Skip, int Size)
{
    /// <summary>Rows of the largest page, which is also what is given unasked.</summary>
    public const int Largest = 100;

    private const string TokenName = "page_token";

    /// <summary>Reads <c>page_size</c> and <c>page_token</c>.</summary>
    /// <exception cref="BadHttpRequestException">One of them is none.</exception>
    public static ValueTask<PageRequest> BindAsync(HttpContext context)
    {
        var query = context.Request.Query;
        var size = Number(query["page_size"], "page_size", 1, Largest) ?? Largest;
        return ValueTask.FromResult(new PageRequest(Number(query[TokenName], TokenName, 0, int.MaxValue) ?? 0, size));
    }

    /// <summary>Cuts the page out of all rows.</summary>
    /// <param name="request">Its address, from which the next page's is made.</param>
    public Page<T> Of<T>(IReadOnlyList<T> all, HttpRequest request)
    {
        var next = Skip + Size;
        return new Page<T>([.. all.Skip(Skip).Take(Size)], new PageMetadata(all.Count, next < all.Count ? LinkTo(next, request) : null));
    }

    private static string LinkTo(int next, HttpRequest request)
    {
        var query = new QueryBuilder(request.Query.Where(pair => pair.Key != TokenName))
        {
            { TokenName, next.ToString(CultureInfo.InvariantCulture) },
        };
        return $"{request.Scheme}://{request.Host}{request.Path}{query}";
    }

    private static int? Number(string? text, string name, int least, int most) => text switch
    {
        null or "" => null,
        _ when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most => number,
        _ => throw new BadHttpRequestException($"{name} is a whole number from {least} to {most}."),
    };
}
