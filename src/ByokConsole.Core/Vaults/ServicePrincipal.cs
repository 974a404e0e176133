namespace ByokConsole.Core.Vaults;

/// <summary>An application's service principal in a tenant; <see cref="ObjectId"/> is what a role assignment wants.</summary>
public sealed record ServicePrincipal(Guid ObjectId, Guid AppId, string? DisplayName);
