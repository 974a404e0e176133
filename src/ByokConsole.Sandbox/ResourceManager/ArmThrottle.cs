using System.Collections.Concurrent;
using System.Globalization;
using ByokConsole.Sandbox.Entra;
using ByokConsole.Sandbox.Http;
using ByokConsole.Sandbox.State;

namespace ByokConsole.Sandbox.ResourceManager;

/// <summary>
/// What Resource Manager does at once, and how fast it can do it again, by the published numbers: a bucket of tokens for each caller, subscription
/// (or the tenant, where a request names none) and kind of request. What is refused takes no token.
/// </summary>
public sealed class ArmThrottle(World world, TimeProvider real)
{
    private static readonly Kind Reads = new("read", TimeSpan.FromSeconds(10), settings => settings.ArmReadsAtOnce);
    private static readonly Kind Writes = new("write", TimeSpan.FromSeconds(20), settings => settings.ArmWritesAtOnce);
    private static readonly Kind Deletes = new("delete", TimeSpan.FromSeconds(20), settings => settings.ArmDeletesAtOnce);

    private readonly ConcurrentDictionary<(Guid Caller, Guid? Subscription, Kind Kind), TokenBucket> _buckets = [];

    /// <summary>Counts one request and answers it, unless it is one too many; either way it is told what is left.</summary>
    public Reply Admit(Call call, Caller caller, Func<Reply> answer)
    {
        var kind = call.Method switch
        {
            "GET" or "HEAD" => Reads,
            "DELETE" => Deletes,
            _ => Writes,
        };
        Guid? subscription = call.Segments is [var word, var id, ..] && word.Equals("subscriptions", StringComparison.OrdinalIgnoreCase) && Guid.TryParse(id, out var named)
            ? named
            : null;
        var (left, wait) = _buckets
            .GetOrAdd((caller.ObjectId, subscription, kind), _ => new(real, () => kind.AtOnce(world.Now), kind.Filling)).Take();
        var reply = left < 0 ? Refuse(caller, subscription, kind, wait) : answer();
        return reply.With(
            $"x-ms-ratelimit-remaining-{(subscription is null ? "tenant" : "subscription")}-{kind.Word}s", Math.Max(0, left).ToString(CultureInfo.InvariantCulture));
    }

    private static Reply Refuse(Caller caller, Guid? subscription, Kind kind, int wait)
    {
        var (code, scope) = subscription is { } id
            ? ("SubscriptionRequestsThrottled", $"subscription '{id}'")
            : ("TenantRequestsThrottled", $"tenant '{caller.TenantId}'");
        return ArmErrors.Of(
            429, code,
            $"Number of '{kind.Word}' requests for {scope} actor '{caller.ObjectId}' exceeded. Please try again after '{wait}' seconds after additional tokens are available. Refer to https://aka.ms/arm-throttling for additional information.")
            .With("Retry-After", wait.ToString(CultureInfo.InvariantCulture));
    }

    /// <param name="Word">As in the header that tells what is left.</param>
    /// <param name="Filling">How long an empty bucket takes to be full.</param>
    /// <param name="AtOnce">What a full one holds.</param>
    private sealed record Kind(string Word, TimeSpan Filling, Func<SettingsRecord, int> AtOnce);
}
