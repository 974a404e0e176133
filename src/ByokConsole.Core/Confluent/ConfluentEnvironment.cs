namespace ByokConsole.Core.Confluent;

/// <summary>A Confluent Cloud environment (org/v2).</summary>
public sealed record ConfluentEnvironment(string Id, string DisplayName);
