using System.Text.Json;
using Azure;
using ByokConsole.Adapters.AzureCloud.Wire;

namespace ByokConsole.Adapters.AzureCloud;

/// <summary>Rows of a paged Azure list, whose next link must stay on the host that was asked first.</summary>
internal static class AzurePages
{
    /// <summary>Enough for 10,000 keys; a list that does not end is an error, not a loop.</summary>
    private const int MaxPages = 400;

    public static async Task<Response<IReadOnlyList<T>>> ReadAllAsync<TWire, T>(
        AzurePipeline pipeline, Uri first, Func<TWire, T> map, CancellationToken cancellationToken)
    {
        List<T> rows = [];
        var next = first;
        for (var page = 0; page < MaxPages; page++)
        {
            var response = await pipeline.GetAsync<WirePage<TWire>>(next, cancellationToken).ConfigureAwait(false);
            rows.AddRange((response.Value.Value ?? throw new JsonException("The page has no rows.")).Select(map));
            if (string.IsNullOrEmpty(response.Value.NextLink))
                return Response.FromValue<IReadOnlyList<T>>(rows, response.GetRawResponse());
            next = Follow(first, response.Value.NextLink);
        }

        throw new JsonException("The list does not end.");
    }

    private static Uri Follow(Uri first, string link)
        => Uri.TryCreate(link, UriKind.Absolute, out var next)
            && next.UserInfo.Length == 0
            && Uri.Compare(first, next, UriComponents.SchemeAndServer, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase) == 0
                ? next
                : throw new JsonException("The next page lies on another host.");
}
