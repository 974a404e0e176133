using ByokConsole.Core.AsCode.Clusters;

namespace ByokConsole.Web.Shared.Clusters;

/// <summary>What the forms of a cluster are called, and what each needs.</summary>
public static class ClusterFormWords
{
    public static string Name(ClusterForm form) => form switch
    {
        ClusterForm.Terraform => "Terraform",
        ClusterForm.ConfluentCli => "confluent",
        ClusterForm.ByokCli => "byok",
        _ => "curl",
    };

    public static string Needs(ClusterForm form) => form switch
    {
        ClusterForm.Terraform => "Needs Terraform 1.6 or newer, CONFLUENT_CLOUD_API_KEY and CONFLUENT_CLOUD_API_SECRET, and, for a key of yours, a sign-in to Azure. Whatever exists is imported: read the plan before it is applied.",
        ClusterForm.ConfluentCli => "In bash with Confluent's CLI, signed in (confluent login):",
        ClusterForm.ByokCli => "In bash with this console's CLI:",
        _ => "In bash with curl, and CONFLUENT_CLOUD_API_KEY and CONFLUENT_CLOUD_API_SECRET in the environment:",
    };
}
