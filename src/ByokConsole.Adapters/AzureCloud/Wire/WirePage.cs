namespace ByokConsole.Adapters.AzureCloud.Wire;

/// <summary>A page of Key Vault or Resource Manager: rows, and the absolute address of the next page.</summary>
internal sealed record WirePage<T>(IReadOnlyList<T>? Value, string? NextLink);
