namespace ByokConsole.Adapters.AzureCloud.Wire;

/// <summary>KeyOperationResult of keys.json 7.6.</summary>
internal sealed record WireKeyOperationResult(string? Kid, string? Value);
