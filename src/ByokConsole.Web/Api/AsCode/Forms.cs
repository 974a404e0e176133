using ByokConsole.Core.AsCode.Clusters;
using ByokConsole.Core.AsCode.Grants;

namespace ByokConsole.Web.Api.AsCode;

/// <summary>The names of the languages in which grants and clusters are written down.</summary>
internal static class Forms
{
    private static readonly Dictionary<string, GrantForm> Grants = new(StringComparer.OrdinalIgnoreCase)
    {
        ["az"] = GrantForm.Az,
        ["powershell"] = GrantForm.PowerShell,
        ["bicep"] = GrantForm.Bicep,
        ["terraform"] = GrantForm.Terraform,
        ["rest"] = GrantForm.Rest,
    };

    private static readonly Dictionary<string, ClusterForm> Clusters = new(StringComparer.OrdinalIgnoreCase)
    {
        ["terraform"] = ClusterForm.Terraform,
        ["confluent"] = ClusterForm.ConfluentCli,
        ["byok"] = ClusterForm.ByokCli,
        ["curl"] = ClusterForm.Curl,
    };

    /// <exception cref="BadHttpRequestException">A grant is not written so.</exception>
    public static GrantForm OfGrant(string name) => Find(Grants, name);

    /// <exception cref="BadHttpRequestException">A cluster is not written so.</exception>
    public static ClusterForm OfCluster(string name) => Find(Clusters, name);

    private static T Find<T>(Dictionary<string, T> forms, string name)
        => forms.TryGetValue(name, out var form) ? form : throw new BadHttpRequestException($"The form is one of {string.Join(", ", forms.Keys)}.");
}
