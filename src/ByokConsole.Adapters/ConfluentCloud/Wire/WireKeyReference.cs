namespace ByokConsole.Adapters.ConfluentCloud.Wire;

/// <summary>byok.v1.AzureKey; of the other kinds only what names the key.</summary>
internal sealed record WireKeyReference(
    string? Kind, string? KeyId, string? KeyVaultId, string? TenantId, string? ApplicationId = null, string? KeyArn = null);
