using ByokConsole.Core.Identifiers;

namespace ByokConsole.Core.Revocation.Words;

/// <summary>What is reported of the way back, and why there may be none.</summary>
public static class WayBackSteps
{
    public static string Ended { get; } = "A person ended this run before it saw the vault key back.";

    public static string LeftAsItStands(KeyIdentifier key) => $"Vault key {key} is left as it stands. The way back can be started again.";

    public static string Back(KeyIdentifier key) => $"Vault key {key} is back.";

    public static string Recovering(KeyIdentifier key) => $"Recovering vault key {key}.";

    public static string BeingRecovered(KeyIdentifier key) => $"Key Vault is bringing vault key {key} back.";

    public static string Enabling(KeyIdentifier version) => $"Enabling vault key version {version}.";

    public static string ComesBack(KeyIdentifier key) => $"Vault key {key} comes back.";

    public static string Purged(KeyIdentifier key) => $"Vault key {key} is neither there nor deleted: the vault has purged it.";

    public static string LostForGood { get; } = "Nobody can get it back. A new cluster needs another key.";

    public static string NothingToTakeBack { get; } = "This revocation left the vault key as it was: there is nothing to take back.";

    public static string GrantsFirst { get; } = "The revocation still deals with the grants. Answer that step first.";

    public static string TooLate { get; } = "The vault has purged the key: nobody can get it back.";
}
