namespace ByokConsole.Core.Revocation.Words;

/// <summary>What the last steps of a revocation report: the key's release, its registration's end, and the evidence.</summary>
public static class ReleaseSteps
{
    public static string Released(string registration) => $"Confluent Cloud has released {registration}.";

    public static string UnseenAndOver(string registration) => $"{registration} is gone, or not to be seen, and the five days are over.";

    public static string WaitEnded(string who, string registration) => $"{who} ended the wait for the release of {registration}.";

    public static string Unknown(string registration, string fault) => $"Whether {registration} is released cannot be seen now. {fault}";

    public static string Overdue(string registration)
        => $"The five days are over, and Confluent Cloud still says that {registration} is in use.";

    public static string Awaited(string registration, string date)
        => $"Confluent Cloud releases {registration} five days after its cluster is gone: on {date}.";

    public static string Kept(string registration) => $"{registration} stays, as it was asked for.";

    public static string GoneAlready(string registration) => $"{registration} is gone already.";

    public static string KeptInState(string registration, string state) => $"{registration} stays: Confluent Cloud says that it is {state}.";

    public static string KeptRefused(string registration, string fault) => $"{registration} stays. {fault}";

    public static string Deleting(string registration) => $"Deleting registration {registration}.";

    public static string Deleted(string registration) => $"{registration} is deleted.";

    public static string Sealed(int entries, string digest)
        => $"The evidence is sealed: the first {entries} audit entries end in the link {digest}.";
}
