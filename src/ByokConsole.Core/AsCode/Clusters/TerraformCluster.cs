using System.Globalization;

namespace ByokConsole.Core.AsCode.Clusters;

/// <summary>
/// A cluster as a Terraform configuration, with its key, the vault and the grants. Whatever exists is imported and not made anew, and
/// nothing here is ever destroyed by a plan: a cluster made anew has lost its data, and so has one whose key is.
/// </summary>
internal static class TerraformCluster
{
    private const string Provider = """
        # Takes CONFLUENT_CLOUD_API_KEY and CONFLUENT_CLOUD_API_SECRET from the environment.
        provider "confluent" {}
        """;

    public static string Write(ClusterTarget target)
    {
        List<string> parts = [target.Key is null ? TerraformText.Needs(TerraformText.Confluent) : TerraformText.Needs(TerraformText.AzureAd, TerraformText.AzureRm, TerraformText.Confluent), Provider];
        if (target.Key is { } key)
            parts.AddRange(TerraformKey.Parts(target, key));
        if (target.NetworkId is { } network)
            parts.Add(Network(target.EnvironmentId, network));
        if (target.ClusterId is { } id)
            parts.Add(Import("confluent_kafka_cluster.main", HclText.Quote($"{target.EnvironmentId}/{id}")));
        parts.Add(Cluster(target));
        return string.Join("\n\n", parts).ReplaceLineEndings("\n") + "\n";
    }

    /// <param name="id">An expression.</param>
    public static string Import(string address, string id) => $$"""
        import {
          to = {{address}}
          id = {{id}}
        }
        """;

    // Making a network needs consent on both sides, so it is there before a cluster is: it is looked up.
    private static string Network(string environmentId, string id) => $$"""
        data "confluent_network" "main" {
          id = {{HclText.Quote(id)}}
          environment {
            id = {{HclText.Quote(environmentId)}}
          }
        }
        """;

    private static string Cluster(ClusterTarget target) => $$"""
        resource "confluent_kafka_cluster" "main" {
          display_name = {{HclText.Quote(target.DisplayName)}}
          availability = {{HclText.Quote(target.Zones)}}
          cloud        = "AZURE"
          region       = {{HclText.Quote(target.Region)}}
          dedicated {
            cku = {{target.Cku.ToString(CultureInfo.InvariantCulture)}}
          }
          environment {
            id = {{HclText.Quote(target.EnvironmentId)}}
          }{{(target.NetworkId is null ? "" : Reference("network", "data.confluent_network.main.id"))}}{{(target.Key is null ? "" : Reference("byok_key", "confluent_byok_key.main.id") + TerraformKey.GrantsFirst)}}
          # A plan that would delete the cluster, or make it anew without its data, is refused.
          lifecycle {
            prevent_destroy = true
          }
        }
        """;

    private static string Reference(string block, string expression) => $$"""

          {{block}} {
            id = {{expression}}
          }
        """;
}
