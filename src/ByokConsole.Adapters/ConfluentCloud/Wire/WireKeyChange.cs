namespace ByokConsole.Adapters.ConfluentCloud.Wire;

/// <summary>Body of PATCH /byok/v1/keys/{id}: the one member that can change.</summary>
internal sealed record WireKeyChange(string DisplayName);
