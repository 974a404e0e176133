namespace ByokConsole.Adapters.Sandboxes;

/// <summary>A fault that is ordered of the sandbox, or is left of an order.</summary>
public sealed record SandboxFault
{
    /// <summary>Its number, by which it is taken back; the sandbox gives it.</summary>
    public int Id { get; init; }

    /// <summary>As the sandbox calls it: <c>TooManyRequests</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Null for any.</summary>
    public string? Host { get; init; }

    /// <summary>Null for any.</summary>
    public string? Method { get; init; }

    /// <summary>Text that the path holds; null for any.</summary>
    public string? Path { get; init; }

    /// <summary>So many requests that match are let through first.</summary>
    public int Skip { get; init; }

    /// <summary>How many requests suffer it; in a list, how many are left.</summary>
    public int Count { get; init; } = 1;

    /// <summary>Seconds in Retry-After; null to leave the header out.</summary>
    public int? RetryAfter { get; init; }

    /// <summary>How long it is slow.</summary>
    public int Milliseconds { get; init; } = 1000;
}
