namespace ByokConsole.Adapters.AzureCloud.Wire;

/// <summary>servicePrincipal of Microsoft Graph v1.0.</summary>
internal sealed record WireServicePrincipal(Guid? Id, Guid? AppId, string? DisplayName);
