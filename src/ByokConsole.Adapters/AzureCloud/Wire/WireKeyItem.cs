namespace ByokConsole.Adapters.AzureCloud.Wire;

/// <summary>KeyItem of keys.json 7.6: a list's row, without the key's type.</summary>
internal sealed record WireKeyItem(string? Kid, WireKeyAttributes? Attributes);
