namespace ByokConsole.Core.Clouds;

/// <summary>One entry of a cloud's error body that names a part of the request.</summary>
/// <param name="Pointer">RFC 6901 JSON Pointer into the request body, or null.</param>
/// <param name="Code">The cloud's own code, or null.</param>
/// <param name="Detail">The cloud's own sentence.</param>
public sealed record FieldProblem(string? Pointer, string? Code, string Detail);
