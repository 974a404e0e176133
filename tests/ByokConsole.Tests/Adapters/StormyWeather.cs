using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using ByokConsole.Sandbox.Faults;

namespace ByokConsole.Tests.Adapters;

/// <summary>A cloud in a storm: what befalls each request, and when each came.</summary>
internal sealed class StormyWeather(Storm storm)
{
    private readonly Random _rolls = new(storm.Seed);
    private readonly Lock _gate = new();
    private readonly ConcurrentDictionary<string, List<(long At, HttpStatusCode? Status)>> _attempts = [];

    /// <summary>Attempts by what was asked for, in the order in which they came; no status for a connection that broke.</summary>
    public IReadOnlyCollection<IReadOnlyList<(long At, HttpStatusCode? Status)>> Attempts => [.. _attempts.Values];

    /// <summary>The right answer, or what the storm makes of it.</summary>
    public HttpResponseMessage Answer(SeenRequest request, Func<HttpResponseMessage> right)
    {
        var fault = Roll();
        var attempts = _attempts.GetOrAdd($"{request.Method} {request.Uri.AbsolutePath}", _ => []);
        lock (attempts)
        {
            attempts.Add((Stopwatch.GetTimestamp(), fault?.Name switch
            {
                null => HttpStatusCode.OK,
                FaultName.TooManyRequests => HttpStatusCode.TooManyRequests,
                FaultName.ServerError => HttpStatusCode.ServiceUnavailable,
                _ => null,
            }));
        }

        return fault?.Name switch
        {
            null => right(),
            FaultName.TooManyRequests => ScriptedCloud.Answer(HttpStatusCode.TooManyRequests, "{}", ("Retry-After", $"{storm.RetryAfter}")),
            FaultName.ServerError => ScriptedCloud.Answer(HttpStatusCode.ServiceUnavailable, "<html>"),
            _ => ScriptedCloud.LoseReply(request),
        };
    }

    private ScriptedFault? Roll()
    {
        lock (_gate)
            return storm.Next(_rolls);
    }
}
