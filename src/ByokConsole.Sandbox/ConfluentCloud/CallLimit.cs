using System.Globalization;
using ByokConsole.Sandbox.Http;

namespace ByokConsole.Sandbox.ConfluentCloud;

/// <summary>How many calls Confluent Cloud's control plane answers in a minute, and the headers that tell it.</summary>
/// <param name="limit">Calls in a minute; read at each.</param>
internal sealed class CallLimit(TimeProvider real, Func<int> limit)
{
    private readonly RateWindow _window = new(real, TimeSpan.FromMinutes(1), limit);

    /// <summary>Counts one call and answers it, unless it is one too many.</summary>
    public async Task<Reply> AdmitAsync(Func<Task<Reply>> answer)
    {
        var count = _window.Count();
        if (count.Left < 0)
            return Mark(ConfluentErrors.Of(429, "rate_limit_exceeded", $"More than {limit()} requests in a minute."), count)
                .With("Retry-After", Text(count.Reset));
        var reply = await answer();
        return reply.Status < 400 ? Mark(reply, count) : reply;
    }

    /// <summary>The headers of an answer that counts. Reset is relative, in seconds.</summary>
    private Reply Mark(Reply reply, (int Left, int Reset) count) => reply
        .With("X-RateLimit-Limit", Text(limit()))
        .With("X-RateLimit-Remaining", Text(Math.Max(0, count.Left)))
        .With("X-RateLimit-Reset", Text(count.Reset));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
