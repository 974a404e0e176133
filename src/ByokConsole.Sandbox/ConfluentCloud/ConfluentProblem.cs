namespace ByokConsole.Sandbox.ConfluentCloud;

/// <summary>One thing that is wrong with a request: in the body, named by JSON pointer, or in the query, named by parameter.</summary>
internal sealed record ConfluentProblem(string Detail, string? Pointer = null, string? Parameter = null);
