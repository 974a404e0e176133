namespace ByokConsole.Sandbox.State;

/// <summary>A Confluent environment.</summary>
public sealed record EnvironmentRecord(string Id, string DisplayName, DateTimeOffset CreatedAt) : IConfluentRecord;
