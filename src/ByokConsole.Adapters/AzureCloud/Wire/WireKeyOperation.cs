namespace ByokConsole.Adapters.AzureCloud.Wire;

/// <summary>KeyOperationsParameters of keys.json 7.6; the value is base64url without padding.</summary>
internal sealed record WireKeyOperation(string Alg, string Value);
