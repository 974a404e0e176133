namespace ByokConsole.Core.Revocation.Words;

/// <summary>What the step that removes a registration's grants reports.</summary>
public static class GrantRemovalSteps
{
    public static string Left(string who, string vault) => $"{who} chose to leave the grants at vault {vault}.";

    public static string NoApplication(string registration) => $"Registration {registration} names no application: there is nothing to remove.";

    public static string NoneThere(string registration, string vault) => $"Registration {registration} has no role assignment at vault {vault}.";

    public static string NoneLeft(string registration, string vault)
        => $"Registration {registration} has no role assignment at vault {vault} any more.";

    public static string AboutToRemove(string vault) => $"The role assignments at vault {vault} are going to be removed.";

    public static string Removing(string role, string vault) => $"Removing {role} at vault {vault}.";

    public static string BeingRemoved(string vault) => $"The role assignments at vault {vault} are being removed.";

    public static string NotAllowed(string role, string vault) => $"Azure does not allow the console to remove {role} at vault {vault}.";

    public static string MayNot(string vault, string refusal) => $"The console may not remove the role assignments at vault {vault}. {refusal}";

    public static string SharingUnseen(string fault) => $"Whether another registration uses the same grants cannot be seen. {fault}";

    public static string Shared(string registration)
        => $"Registration {registration} is in use and lives on the same grants: without them its cluster loses its key.";
}
