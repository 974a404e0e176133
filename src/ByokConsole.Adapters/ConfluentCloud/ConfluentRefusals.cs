using System.Net;
using ByokConsole.Core.Clouds;

namespace ByokConsole.Adapters.ConfluentCloud;

/// <summary>Reads Confluent's refusals.</summary>
internal static class ConfluentRefusals
{
    public static async Task<Refusal> FromAsync(CloudAct act, HttpResponseMessage response, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var text = await response.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
        var body = ConfluentErrorBody.Parse(text);
        var kind = Kind(act, response.StatusCode, body);
        return new(kind)
        {
            Status = (int)response.StatusCode,
            Code = body.Code,
            Reason = (int)response.StatusCode is >= 300 and < 400 ? "answered with a redirect, which is not followed" : null,
            Detail = body.Detail,
            Problems = body.Problems,
            RequestId = ConfluentHeaders.RequestId(response),
            RetryAfter = ConfluentHeaders.Wait(response, now),
            ExistingId = kind is FaultKind.AlreadyExists ? ConfluentHeaders.LocatedId(response) : null,
            CloudTime = response.Headers.Date,
        };
    }

    private static FaultKind Kind(CloudAct act, HttpStatusCode status, ConfluentErrorBody body) => ((int)status, body.Code) switch
    {
        // A refused credential may come as a 403 that says so in words only.
        (403, _) when body.Detail?.Contains("invalid API key", StringComparison.OrdinalIgnoreCase) is true => FaultKind.Unauthenticated,
        // How a deleted or foreign object reads: gone, or hidden. The status stays 403, so that a caller can tell it from a plain 404.
        (403, "forbidden_access") when !act.IsWrite => FaultKind.NotFound,
        (400 or 402, "quota_exceeded") or (402, _) => FaultKind.QuotaExceeded,
        (401, _) => FaultKind.Unauthenticated,
        (403, _) => FaultKind.Forbidden,
        (404, _) => FaultKind.NotFound,
        (409, "resource_already_exists") => FaultKind.AlreadyExists,
        (409 or 412, _) => FaultKind.Conflict,
        (429, _) => FaultKind.Throttled,
        ( >= 500, _) => FaultKind.CloudError,
        ( >= 400, _) => FaultKind.Invalid,
        _ => FaultKind.Malformed,
    };
}
