namespace ByokConsole.Core.Revocation.Words;

/// <summary>What is reported of a cluster's clients. Free of numbers: those are in the reading.</summary>
public static class ClientSteps
{
    public static string StatedStopped(string who, string cluster) => $"{who} stated that every client of {cluster} is stopped.";

    public static string Quiet(string cluster) => $"Nobody has been connected to {cluster} for 15 minutes.";

    public static string Connected(string cluster) => $"Clients were connected to {cluster} within the last 15 minutes.";

    public static string Unknown(string cluster, string fault) => $"Whether clients are connected to {cluster} is not known. {fault}";

    public static string MinutesMissing(string cluster)
        => $"Whether clients are connected to {cluster} is not known: the metrics do not have every minute. That is not zero.";
}
