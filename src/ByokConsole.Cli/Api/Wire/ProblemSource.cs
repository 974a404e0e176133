namespace ByokConsole.Cli.Api.Wire;

/// <summary>The part of a request that an error is about.</summary>
/// <param name="Pointer">RFC 6901 pointer into the body.</param>
internal sealed record ProblemSource(string? Pointer);
