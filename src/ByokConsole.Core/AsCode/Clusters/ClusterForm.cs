namespace ByokConsole.Core.AsCode.Clusters;

/// <summary>The languages in which a cluster and its key can be written down.</summary>
public enum ClusterForm
{
    Terraform,
    ConfluentCli,
    ByokCli,
    Curl,
}
