namespace ByokConsole.Sandbox.State;

/// <summary>An application that may ask for tokens. Its secret is derived, never kept.</summary>
public sealed record ApplicationRecord(string Id, string Name, bool IsConfluent) : IRecord;
