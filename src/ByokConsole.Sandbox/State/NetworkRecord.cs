namespace ByokConsole.Sandbox.State;

/// <summary>A Confluent network.</summary>
public sealed record NetworkRecord(
    string Id, string EnvironmentId, string DisplayName, string Region, string ConnectionType, string Phase, string? Cidr, DateTimeOffset CreatedAt) : IConfluentRecord;
