using System.Globalization;
using Azure;

namespace ByokConsole.Adapters.AzureCloud;

/// <summary>Headers that every Azure service may send.</summary>
internal static class AzureHeaders
{
    public static string? RequestId(Response response)
        => response.Headers.TryGetValue("x-ms-request-id", out var id) || response.Headers.TryGetValue("request-id", out id) ? id : null;

    public static TimeSpan? RetryAfter(Response response)
    {
        if (!response.Headers.TryGetValue("Retry-After", out var text))
            return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
            return TimeSpan.FromSeconds(seconds);
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var until)
            && response.Headers.Date is { } now && until > now ? until - now : null;
    }
}
