namespace ByokConsole.Core.Provisioning.Words;

/// <summary>What the steps of a grant report.</summary>
public static class GrantSteps
{
    public static string CreatingPrincipal(Guid application) => $"Creating the service principal of application {application}.";

    public static string PrincipalCreated(Guid principal) => $"Created service principal {principal}.";

    public static string PrincipalFound(Guid principal) => $"Found service principal {principal}.";

    public static string NothingGranted(Guid application)
        => $"No access was granted to application {application}. Once that is mended, grant again.";

    public static string Assigning(string role, string vault) => $"Assigning {role} at vault {vault}.";

    public static string Assigned(string role, string vault) => $"{role} is assigned at vault {vault}.";

    public static string AssignedAlready(string role, string vault) => $"{role} was assigned at vault {vault} already.";

    public static string PrincipalUnknownYet(Guid principal) => $"Azure does not know the new service principal {principal} everywhere yet.";

    public static string NotBothRoles(Guid principal, string vault)
        => $"Service principal {principal} exists. It has not got both roles at vault {vault}. Once that is mended, grant again.";

    public static string OneRoleOnly(Guid principal, string vault, string given, string missing)
        => $"Service principal {principal} exists. At vault {vault} it has {given}, but not yet {missing}. Once that is mended, grant again.";

    public static string Confirmed(string vault)
        => $"Azure lists both assignments at vault {vault}. They take effect within minutes, seldom up to half an hour.";

    public static string NotListedYet(string roles, string vault) => $"Azure does not list {roles} at vault {vault} yet.";

    public static string NotListed(string roles, string vault)
        => $"Azure accepted the assignment of {roles} at vault {vault} and does not list it: somebody may have removed it again.";

    public static string Incomplete { get; } = "The grant is not complete. Grant again.";

    public static string NotReadBack(string vault)
        => $"Both roles were assigned at vault {vault}, but could not be read back. Once that is mended, grant again; what is assigned stays.";
}
