namespace ByokConsole.Web.Features.SandboxPortal;

/// <summary>How far the sandbox's clock is moved at once.</summary>
/// <param name="Word">"5 days".</param>
/// <param name="Asks">True where it takes a second word: so far ahead, keys are released and purged, which nothing brings back.</param>
public sealed record ClockStep(string Word, TimeSpan By, bool Asks);
