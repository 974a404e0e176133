namespace ByokConsole.Adapters.AzureCloud.Wire;

/// <summary>KeyBundle of azure-rest-api-specs, keyvault/data-plane 7.6 keys.json.</summary>
internal sealed record WireKeyBundle(WireJsonWebKey? Key, WireKeyAttributes? Attributes);
