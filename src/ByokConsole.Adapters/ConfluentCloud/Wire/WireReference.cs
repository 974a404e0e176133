namespace ByokConsole.Adapters.ConfluentCloud.Wire;

/// <summary>ObjectReference of all of Confluent's APIs; a request needs the id alone.</summary>
internal sealed record WireReference(string? Id);
