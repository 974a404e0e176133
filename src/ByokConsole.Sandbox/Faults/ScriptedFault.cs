namespace ByokConsole.Sandbox.Faults;

/// <summary>A fault that was ordered: for the next <see cref="Count"/> requests that match, after <see cref="Skip"/> that do not suffer it.</summary>
public sealed record ScriptedFault
{
    /// <summary>Its number, by which it is taken back; given by the sandbox.</summary>
    public int Id { get; init; }

    public required FaultName Name { get; init; }

    /// <summary>Host to match, or null for any.</summary>
    public string? Host { get; init; }

    /// <summary>Method to match, or null for any.</summary>
    public string? Method { get; init; }

    /// <summary>Text that the path holds, or null for any.</summary>
    public string? Path { get; init; }
    public int Skip { get; init; }
    public int Count { get; init; } = 1;

    /// <summary>For <see cref="FaultName.TooManyRequests"/>: seconds to put in Retry-After, or null to leave it out.</summary>
    public int? RetryAfter { get; init; }

    /// <summary>For <see cref="FaultName.Slow"/> and <see cref="FaultName.SlowReply"/>: milliseconds to wait.</summary>
    public int Milliseconds { get; init; } = 1000;

    /// <summary>For <see cref="FaultName.Refuse"/>: the status and the body to answer.</summary>
    public int Status { get; init; } = 400;

    /// <summary>For <see cref="FaultName.Refuse"/>: the JSON text to answer.</summary>
    public string? Body { get; init; }
}

/// <summary>The faults that can be ordered.</summary>
public enum FaultName
{
    TooManyRequests,
    ServerError,

    /// <summary>200 and HTML, as a broken gateway answers.</summary>
    Html,

    /// <summary>The right answer, cut in the middle.</summary>
    TruncatedJson,

    /// <summary>The act happens, its answer never arrives.</summary>
    LostReply,

    /// <summary>The act happens twice, as a proxy that repeats does it.</summary>
    DuplicatedRequest,

    /// <summary>The answer that the same request got before arrives once more, and the act does not happen, as a stale cache does it.</summary>
    DuplicatedReply,

    /// <summary>The act waits. Where the caller goes away meanwhile, it never happens.</summary>
    Slow,

    /// <summary>The act happens at once, its answer waits.</summary>
    SlowReply,

    /// <summary>The connection breaks before the act.</summary>
    Reset,

    /// <summary>The answer given in the order.</summary>
    Refuse,
}
