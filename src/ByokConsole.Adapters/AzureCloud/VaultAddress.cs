using ByokConsole.Core.Identifiers;

namespace ByokConsole.Adapters.AzureCloud;

/// <summary>The only addresses that may be contacted, or sent a token, as a vault.</summary>
internal static class VaultAddress
{
    public static Uri Of(string vaultName)
        => VaultName.IsValid(vaultName)
            ? new Uri($"https://{vaultName}{KeyIdentifier.VaultSuffix}/")
            : throw new CallRefusedException("was not asked: what was given is no vault name");

    /// <summary>One valid label before the vault suffix, https, and neither port nor user info.</summary>
    public static bool IsVault(Uri uri)
        => uri is { IsAbsoluteUri: true, Scheme: "https", IsDefaultPort: true, UserInfo: "" }
            && uri.Host.EndsWith(KeyIdentifier.VaultSuffix, StringComparison.OrdinalIgnoreCase)
            && VaultName.IsValid(uri.Host[..^KeyIdentifier.VaultSuffix.Length]);

    /// <exception cref="CallRefusedException">It is no vault.</exception>
    public static void Require(Uri uri)
    {
        if (!IsVault(uri))
            throw new CallRefusedException("was not asked: the address is not that of a vault (https://{name}.vault.azure.net)");
    }
}
