namespace ByokConsole.Core.Preflight;

/// <summary>The outcome of one check.</summary>
public enum CheckState
{
    /// <summary>Not asked yet: an input is missing or not well-formed ("waits for the resource ID").</summary>
    NotAsked,
    Pass,
    Warn,
    Fail,

    /// <summary>Asked, and time alone may turn it into a pass (a grant taking effect).</summary>
    Waiting,

    /// <summary>Cannot be seen from here (firewall, missing right, cloud error): never a failure.</summary>
    Skipped,
}
