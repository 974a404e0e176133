using ByokConsole.Core.Identifiers;

namespace ByokConsole.Core.Revocation.Words;

/// <summary>What the steps that decide about the vault key, and turn it off, report.</summary>
public static class VaultKeySteps
{
    public static string ChoseToKeep(string who, KeyIdentifier key) => $"{who} chose to leave vault key {key} as it is.";

    public static string ChoseToDisable(string who, KeyIdentifier key) => $"{who} chose to disable vault key {key}.";

    public static string ChoseToDelete(string who, KeyIdentifier key) => $"{who} chose to delete vault key {key}.";

    public static string Kept(KeyIdentifier key) => $"Vault key {key} stays as it is.";

    public static string UsersUnseen(KeyIdentifier key, string fault) => $"Whether another cluster uses vault key {key} cannot be seen. {fault}";

    public static string WaitsForCommand(KeyIdentifier key) => $"Waits for the command on vault key {key} to be run.";

    public static string NotAllowed(KeyIdentifier key) => $"Key Vault does not allow the console to change vault key {key}.";

    /// <summary>The intent, before Key Vault is asked.</summary>
    public static string AskingToDelete(KeyIdentifier key) => $"Deleting vault key {key}.";

    /// <summary>What is waited for, after Key Vault was asked.</summary>
    public static string BeingDeleted(KeyIdentifier key) => $"Key Vault is deleting vault key {key}.";

    public static string Deleted(KeyIdentifier key) => $"Vault key {key} is deleted.";

    public static string DeletedUntilPurge(KeyIdentifier key, string date) => $"Vault key {key} is deleted. The vault purges it on {date}.";

    public static string AboutToDisable(KeyIdentifier key) => $"Every version of vault key {key} is going to be disabled.";

    public static string Disabling(KeyIdentifier version) => $"Disabling vault key version {version}.";

    public static string BeingDisabled(KeyIdentifier key) => $"Every version of vault key {key} is being disabled.";

    public static string Disabled(KeyIdentifier key) => $"Every version of vault key {key} is disabled.";
}
