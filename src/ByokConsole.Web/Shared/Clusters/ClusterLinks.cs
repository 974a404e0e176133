namespace ByokConsole.Web.Shared.Clusters;

/// <summary>Addresses of environments and clusters. Ids come from addresses and clouds, so they are escaped.</summary>
public static class ClusterLinks
{
    public static string List(string environmentId) => $"/environments/{Uri.EscapeDataString(environmentId)}/clusters";

    public static string New(string environmentId) => $"{List(environmentId)}/new";

    public static string Drafts(string environmentId) => $"/environments/{Uri.EscapeDataString(environmentId)}/drafts";

    public static string Overview(string environmentId, string clusterId) => $"{List(environmentId)}/{Uri.EscapeDataString(clusterId)}";

    public static string Security(string environmentId, string clusterId) => $"{Overview(environmentId, clusterId)}/settings/security";

    /// <summary>The revocation of the cluster's key; the part that is under way, or the named one.</summary>
    public static string Revoke(string environmentId, string clusterId, string? part = null)
        => $"{Overview(environmentId, clusterId)}/revoke{(part is null ? "" : $"/{part}")}";

    public static string Delete(string environmentId, string clusterId) => $"{Overview(environmentId, clusterId)}/delete";

    public static string Run(string runId) => $"/runs/{Uri.EscapeDataString(runId)}";

    /// <summary>A run's evidence as a file.</summary>
    /// <param name="ending">"md" or "json".</param>
    public static string Evidence(string runId, string ending) => $"{Run(runId)}/evidence.{ending}";

    /// <summary>The day of a key's release as a calendar file.</summary>
    public static string Release(string runId) => $"{Run(runId)}/release.ics";
}
