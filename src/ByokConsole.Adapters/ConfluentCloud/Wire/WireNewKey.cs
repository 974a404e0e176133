namespace ByokConsole.Adapters.ConfluentCloud.Wire;

/// <summary>Body of POST /byok/v1/keys.</summary>
internal sealed record WireNewKey(string? DisplayName, WireKeyReference Key);
