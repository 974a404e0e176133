using System.Text.Json.Serialization;

namespace ByokConsole.Sandbox.Faults;

/// <summary>Faults that befall any request, each so many times in a hundred, by chance that a seed fixes. All zero is calm.</summary>
public sealed record Storm
{
    public static readonly Storm Calm = new();

    /// <summary>Two storms of one seed treat the same sequence of requests alike.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>429 with Retry-After.</summary>
    public int TooManyRequests { get; init; }

    /// <summary>500 before anything is done.</summary>
    public int ServerErrors { get; init; }

    /// <summary>The connection breaks: half of them before anything is done, half of them after.</summary>
    public int Resets { get; init; }

    /// <summary>It waits before it is done.</summary>
    public int Stalls { get; init; }

    /// <summary>Seconds in Retry-After.</summary>
    public int RetryAfter { get; init; } = 1;

    public int StallMilliseconds { get; init; } = 10_000;

    [JsonIgnore]
    public bool IsCalm => TooManyRequests + ServerErrors + Resets + Stalls == 0;

    /// <summary>Each share is one, and together they are at most all.</summary>
    [JsonIgnore]
    public bool IsPossible
        => Math.Min(Math.Min(TooManyRequests, ServerErrors), Math.Min(Resets, Stalls)) >= 0
            && (long)TooManyRequests + ServerErrors + Resets + Stalls <= 100 && RetryAfter is >= 0 and <= 3600 && StallMilliseconds is >= 0 and <= 60_000;

    /// <summary>What befalls the next request; null for nothing.</summary>
    public ScriptedFault? Next(Random rolls)
    {
        var roll = rolls.Next(100);
        var isDone = rolls.Next(2) == 1;
        if (roll < TooManyRequests)
            return new() { Name = FaultName.TooManyRequests, RetryAfter = RetryAfter };
        roll -= TooManyRequests;
        if (roll < ServerErrors)
            return new() { Name = FaultName.ServerError };
        roll -= ServerErrors;
        if (roll < Resets)
            return new() { Name = isDone ? FaultName.LostReply : FaultName.Reset };
        return roll - Resets < Stalls ? new() { Name = FaultName.Slow, Milliseconds = StallMilliseconds } : null;
    }
}
