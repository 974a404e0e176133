namespace ByokConsole.Core.AsCode.Clusters;

/// <summary>Writes down a cluster with its key and the key's grants.</summary>
public static class ClusterCode
{
    /// <summary>The text, its lines ended as in Unix. For a cluster that exists it never makes a second one.</summary>
    public static string Write(ClusterForm form, ClusterTarget target) => form switch
    {
        ClusterForm.Terraform => TerraformCluster.Write(target),
        ClusterForm.ConfluentCli => ConfluentCliCluster.Write(target),
        ClusterForm.ByokCli => ByokCliCluster.Write(target),
        ClusterForm.Curl => CurlCluster.Write(target),
        _ => throw new ArgumentOutOfRangeException(nameof(form), form, "No such form."),
    };
}
