namespace ByokConsole.Cli.Runs;

/// <summary>Ids of the choices and boxes of the console's questions about a removal. They are part of its API and never change.</summary>
internal static class RemovalAnswers
{
    public const string AgreePlan = "agree-plan";
    public const string OthersKnow = "others-know";
    public const string DeleteRegistration = "delete-registration";
    public const string StateStopped = "state-stopped";
    public const string DeleteCluster = "delete-cluster";
    public const string Unprotect = "unprotect";
    public const string KeepKey = "keep-key";
    public const string DisableKey = "disable-key";
    public const string DeleteKey = "delete-key";
    public const string ByHand = "by-hand";
    public const string RemoveGrants = "remove-grants";
    public const string LeaveGrants = "leave-grants";
}
