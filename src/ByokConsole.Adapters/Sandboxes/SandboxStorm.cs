namespace ByokConsole.Adapters.Sandboxes;

/// <summary>Faults that befall any request to the sandbox's clouds, each so many times in a hundred. All zero is calm.</summary>
public sealed record SandboxStorm
{
    /// <summary>429 with Retry-After.</summary>
    public int TooManyRequests { get; init; }

    /// <summary>500 before anything is done.</summary>
    public int ServerErrors { get; init; }

    /// <summary>The connection breaks, before it is done or after.</summary>
    public int Resets { get; init; }

    /// <summary>It waits ten seconds before it is done.</summary>
    public int Stalls { get; init; }

    public bool Rages() => TooManyRequests + ServerErrors + Resets + Stalls > 0;
}
