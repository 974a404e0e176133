using System.Globalization;
using System.Threading.RateLimiting;
using ByokConsole.Web.Api.Problems;

namespace ByokConsole.Web.Api;

/// <summary>
/// How fast the API may be asked: every question goes on to the clouds, whose limits hold for the whole organisation. All callers share one
/// bucket, since they share one credential.
/// </summary>
public sealed class ApiRate : IDisposable
{
    /// <summary>Requests that may come at once.</summary>
    public const int Burst = 100;

    /// <summary>Requests a second, in the long run.</summary>
    public const int PerSecond = 20;

    private readonly TokenBucketRateLimiter _bucket = new(new TokenBucketRateLimiterOptions
    {
        TokenLimit = Burst,
        TokensPerPeriod = PerSecond,
        ReplenishmentPeriod = TimeSpan.FromSeconds(1),
        QueueLimit = 0,
    });

    public void Dispose() => _bucket.Dispose();

    public async Task AdmitAsync(HttpContext context, RequestDelegate next)
    {
        using var lease = _bucket.AttemptAcquire();
        if (lease.IsAcquired)
        {
            await next(context);
            return;
        }
        context.Response.Headers.RetryAfter = 1.ToString(CultureInfo.InvariantCulture);
        await ApiFaults.WriteAsync(context, ApiProblems.Of(
            StatusCodes.Status429TooManyRequests, "too_many_requests", $"The API answers {PerSecond} requests a second in the long run. Ask again in a second."));
    }
}
