using System.ComponentModel;
using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;

namespace ByokConsole.Web.Api;

/// <summary>Which page of a list is asked for.</summary>
internal sealed record PageRequest
{
    /// <summary>Rows of the largest page, which is also what is given unasked.</summary>
    public const int Largest = 100;

    internal const string SizeName = "page_size";
    internal const string TokenName = "page_token";

    [Description("Rows of a page.")]
    [FromQuery(Name = SizeName)]
    public int? Size { get; init; }

    [Description("Where the page begins; from the next of the page before.")]
    [FromQuery(Name = TokenName)]
    public int? Token { get; init; }

    /// <summary>Cuts the page out of all rows.</summary>
    /// <param name="request">Its address, from which the next page's is made.</param>
    /// <exception cref="BadHttpRequestException">There is no such page.</exception>
    public Page<T> Of<T>(IReadOnlyList<T> all, HttpRequest request)
    {
        var (size, skip) = (Size ?? Largest, Token ?? 0);
        if (size is < 1 or > Largest)
            throw new BadHttpRequestException($"{SizeName} is a whole number from 1 to {Largest}.");
        if (skip < 0)
            throw new BadHttpRequestException($"{TokenName} is what the page before gave.");
        var next = skip + size;
        return new Page<T>([.. all.Skip(skip).Take(size)], new PageMetadata(all.Count, next < all.Count ? LinkTo(next, request) : null));
    }

    private static string LinkTo(int next, HttpRequest request)
    {
        var query = new QueryBuilder(request.Query.Where(pair => pair.Key != TokenName))
        {
            { TokenName, next.ToString(CultureInfo.InvariantCulture) },
        };
        return $"{request.Scheme}://{request.Host}{request.Path}{query}";
    }
}
