using System.Globalization;
using System.Net;

namespace ByokConsole.Adapters.ConfluentCloud;

/// <summary>Headers of Confluent's answers.</summary>
internal static class ConfluentHeaders
{
    public static string? RequestId(HttpResponseMessage response) => Text(response, "X-Request-Id");

    /// <summary>
    /// How long to wait before asking again: Retry-After, else for a 429 X-RateLimit-Reset, which counts seconds from now and is no date.
    /// </summary>
    public static TimeSpan? Wait(HttpResponseMessage response, DateTimeOffset now)
    {
        if (response.Headers.RetryAfter is { } retryAfter)
        {
            var wait = retryAfter.Delta ?? retryAfter.Date - (response.Headers.Date ?? now);
            return wait > TimeSpan.Zero ? wait : null;
        }

        return response.StatusCode == HttpStatusCode.TooManyRequests
            && int.TryParse(Text(response, "X-RateLimit-Reset"), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
                ? TimeSpan.FromSeconds(seconds)
                : null;
    }

    /// <summary>Last segment of the Location header: the id of what was made, or of what exists already.</summary>
    public static string? LocatedId(HttpResponseMessage response)
        => response.Headers.Location?.OriginalString.Split('?')[0].TrimEnd('/').Split('/')[^1] is { Length: > 0 } id ? id : null;

    private static string? Text(HttpResponseMessage response, string name)
        => response.Headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;
}
