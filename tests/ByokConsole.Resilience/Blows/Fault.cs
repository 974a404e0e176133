namespace ByokConsole.Resilience.Blows;

/// <summary>What befalls the write itself, besides the kill.</summary>
public enum Fault
{
    None,

    /// <summary>429, not carried out.</summary>
    TooMany,

    /// <summary>500, not carried out.</summary>
    ServerError,

    /// <summary>Carried out; the connection breaks before the reply.</summary>
    ReplyLost,

    /// <summary>Delivered twice, as a proxy that repeats does it; the second answer is the one that arrives.</summary>
    Duplicated,

    /// <summary>409, not carried out.</summary>
    Conflict,
}
