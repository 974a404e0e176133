namespace ByokConsole.Sandbox.Identifiers;

/// <summary>Reads a vault's name off a key identifier.</summary>
internal static class VaultIds
{
    public static string NameOf(string keyId) => new Uri(keyId).Host.Split('.')[0].ToLowerInvariant();
}
