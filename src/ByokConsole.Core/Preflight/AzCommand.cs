using ByokConsole.Core.Identifiers;
using ByokConsole.Core.Shell;

namespace ByokConsole.Core.Preflight;

/// <summary>The Azure CLI commands that remedies offer; every value is quoted for a POSIX shell.</summary>
internal static class AzCommand
{
    /// <param name="vault">The vault; its subscription is pinned.</param>
    /// <param name="options">Fixed options of ours, never a value from outside.</param>
    public static string UpdateVault(VaultResourceId vault, string options)
        => $"az keyvault update --subscription {ShellText.Quote(vault.SubscriptionId.ToString())} --resource-group {ShellText.Quote(vault.ResourceGroup)} --name {ShellText.Quote(vault.VaultName)} {options}";

    /// <param name="key">The key, with or without a version.</param>
    /// <param name="options">Options of ours; a value from outside is quoted already.</param>
    public static string SetKey(KeyIdentifier key, string options) => $"az keyvault key set-attributes --id {ShellText.Quote(key.ToString())} {options}";

    public static string PermitOperations(KeyIdentifier key, IEnumerable<string> operations)
        => SetKey(key, "--ops " + string.Join(' ', operations.Select(ShellText.Quote)));

    public static string RotateKey(KeyIdentifier key) => $"az keyvault key rotate --vault-name {ShellText.Quote(key.VaultName)} --name {ShellText.Quote(key.KeyName)}";

    public static string DisableVersions(KeyIdentifier key, IEnumerable<string> versions) => SetEnabled(key, versions, "false");

    public static string EnableVersions(KeyIdentifier key, IEnumerable<string> versions) => SetEnabled(key, versions, "true");

    public static string DeleteKey(KeyIdentifier key) => $"az keyvault key delete --id {ShellText.Quote(key.Versionless.ToString())}";

    public static string RecoverKey(KeyIdentifier key)
        => $"az keyvault key recover --vault-name {ShellText.Quote(key.VaultName)} --name {ShellText.Quote(key.KeyName)}";

    public static string DeleteAssignments(IEnumerable<string> ids) => $"az role assignment delete --ids {string.Join(' ', ids.Select(ShellText.Quote))}";

    private static string SetEnabled(KeyIdentifier key, IEnumerable<string> versions, string enabled)
        => string.Join('\n', versions.Select(version => $"az keyvault key set-attributes --id {ShellText.Quote($"{key.Versionless}/{version}")} --enabled {enabled} --output none"));

    /// <param name="expires">Whether the version has an expiry date: only then does a rotation before it ever come.</param>
    public static string RotationPolicy(KeyIdentifier key, bool expires)
    {
        var policy = expires
            ? """{"lifetimeActions":[{"trigger":{"timeBeforeExpiry":"P30D"},"action":{"type":"Rotate"}}],"attributes":{"expiryTime":"P1Y"}}"""
            : """{"lifetimeActions":[{"trigger":{"timeAfterCreate":"P1Y"},"action":{"type":"Rotate"}}],"attributes":{}}""";
        return $"az keyvault key rotation-policy update --vault-name {ShellText.Quote(key.VaultName)} --name {ShellText.Quote(key.KeyName)} --value {ShellText.Quote(policy)}";
    }
}
