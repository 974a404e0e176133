namespace ByokConsole.Sandbox.State;

/// <summary>A rotation policy as it was put; durations are ISO 8601.</summary>
public sealed record RotationPolicyRecord(
    IReadOnlyList<LifetimeActionRecord> Actions, string? ExpiryTime, DateTimeOffset Created, DateTimeOffset Updated);
