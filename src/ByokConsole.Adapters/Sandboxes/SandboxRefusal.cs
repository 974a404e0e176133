namespace ByokConsole.Adapters.Sandboxes;

/// <summary>Why the sandbox did not do what it was asked to.</summary>
/// <param name="Why">A sentence for a person.</param>
/// <param name="Remedy">What to do next; null where the reason says it.</param>
/// <param name="Code">The code that the cloud in question gives it.</param>
/// <param name="RequestId">Finds the request in the sandbox's log.</param>
public sealed record SandboxRefusal(string Why, string? Remedy = null, string? Code = null, string? RequestId = null);
