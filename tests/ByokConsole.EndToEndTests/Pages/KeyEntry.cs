namespace ByokConsole.EndToEndTests.Pages;

/// <summary>What a person pastes into the three key fields.</summary>
public sealed record KeyEntry(string VaultResourceId, string KeyIdentifier, string TenantId)
{
    private const string Vaults = "/subscriptions/6f1c2a9e-5c1b-4a0e-8e0d-0b8a6f1f2c11/resourceGroups/rg-streaming/providers/Microsoft.KeyVault/vaults/";

    /// <summary>A key of the sandbox's world, in the sandbox's tenant.</summary>
    public static KeyEntry Of(string vault, string key)
        => new(Vaults + vault, $"https://{vault}.vault.azure.net/keys/{key}", "0c5ff2e1-7f0e-4a86-9b8b-6a1d2f0d9e11");
}
