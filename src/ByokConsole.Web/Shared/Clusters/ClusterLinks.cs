namespace ByokConsole.Web.Shared.Clusters;

/// <summary>Addresses of environments and clusters. Ids come from addresses and clouds, so they are escaped.</summary>
public static class ClusterLinks
{
    public static string List(string environmentId) => $"/environments/{Uri.EscapeDataString(environmentId)}/clusters";

    public static string New(string environmentId) => $"{List(environmentId)}/new";

    public static string Drafts(string environmentId) => $"/environments/{Uri.EscapeDataString(environmentId)}/drafts";

    public static string Overview(string environmentId, string clusterId) => $"{List(environmentId)}/{Uri.EscapeDataString(clusterId)}";

    public static string Security(string environmentId, string clusterId) => $"{Overview(environmentId, clusterId)}/settings/security";

    public static string Run(string runId) => $"/runs/{Uri.EscapeDataString(runId)}";
}
