namespace ByokConsole.Core.Vaults;

/// <summary>A subscription that the console's credential can see.</summary>
public sealed record AzureSubscription(Guid Id, string Name, Guid? TenantId);
