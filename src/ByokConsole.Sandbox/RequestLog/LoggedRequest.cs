namespace ByokConsole.Sandbox.RequestLog;

/// <summary>One request that the clouds answered: who asked what, and how it ended. Never holds a body or a header.</summary>
public sealed record LoggedRequest(
    long Sequence, DateTimeOffset At, string Host, string Method, string Path, int Status, string? Caller, string RequestId, string? Fault);
