namespace ByokConsole.Adapters.ConfluentCloud.Wire;

/// <summary>ObjectMeta of all of Confluent's APIs, as far as it is used.</summary>
internal sealed record WireMetadata(DateTimeOffset? CreatedAt);
