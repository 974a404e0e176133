using System.Text.Json.Nodes;
using ByokConsole.Core.AsCode.Clusters;
using ByokConsole.Core.Vaults;
using ByokConsole.Tests.Core.AsCode.Grants;
using ByokConsole.Tests.Core.AsCode.Languages;

namespace ByokConsole.Tests.Core.AsCode.Clusters;

/// <summary>The configuration is read by Terraform's own parser.</summary>
public sealed class TerraformClusterTests
{
    [Fact]
    public async Task The_Cluster_Is_Bound_To_The_Registration_Of_The_Key_And_Waits_For_Its_Grants()
    {
        var json = await ParseAsync(ClusterSamples.Wanted);

        var cluster = Resource(json, "confluent_kafka_cluster", "main");
        Assert.Equal(
            (Hostile.Name, "MULTI_ZONE", "AZURE", "eastus"),
            (Hcl.Literal(cluster["display_name"]), Hcl.Literal(cluster["availability"]), Hcl.Literal(cluster["cloud"]), Hcl.Literal(cluster["region"])));
        Assert.Equal(2, cluster["dedicated"]![0]!["cku"]!.GetValue<int>());
        Assert.Equal("env-9kx2v", Hcl.Literal(cluster["environment"]![0]!["id"]));
        Assert.Equal("${confluent_byok_key.main.id}", cluster["byok_key"]![0]!["id"]!.GetValue<string>());
        Assert.Equal("${data.confluent_network.main.id}", cluster["network"]![0]!["id"]!.GetValue<string>());
        Assert.Equal("n-7q2k", Hcl.Literal(json["data"]!["confluent_network"]!["main"]![0]!["id"]));
        Assert.Equal(
            json["resource"]!["azurerm_role_assignment"]!.AsObject().Select(assignment => $"${{azurerm_role_assignment.{assignment.Key}}}").Order(),
            cluster["depends_on"]!.AsArray().Select(node => node!.GetValue<string>()).Order());
    }

    [Fact]
    public async Task The_Key_Its_Registration_And_Its_Principal_Follow_From_Each_Other()
    {
        var json = await ParseAsync(ClusterSamples.Wanted);

        var vault = Resource(json, "azurerm_key_vault", "main");
        Assert.Equal((GrantSamples.Odd.Vault.VaultName, GrantSamples.Odd.Vault.ResourceGroup, "eastus"), (Hcl.Literal(vault["name"]), Hcl.Literal(vault["resource_group_name"]), Hcl.Literal(vault["location"])));
        Assert.Equal((true, true), (vault["rbac_authorization_enabled"]!.GetValue<bool>(), vault["purge_protection_enabled"]!.GetValue<bool>()));
        var key = Resource(json, "azurerm_key_vault_key", "main");
        Assert.Equal("orders-cmk", Hcl.Literal(key["name"]));
        Assert.Equal("P1Y", Hcl.Literal(key["rotation_policy"]![0]!["automatic"]![0]!["time_after_creation"]));
        var registration = Resource(json, "confluent_byok_key", "main")["azure"]![0]!;
        Assert.Equal(
            ("${azurerm_key_vault.main.tenant_id}", "${azurerm_key_vault.main.id}", "${azurerm_key_vault_key.main.versionless_id}"),
            (registration["tenant_id"]!.GetValue<string>(), registration["key_vault_id"]!.GetValue<string>(), registration["key_identifier"]!.GetValue<string>()));
        Assert.Equal("${confluent_byok_key.main.azure[0].application_id}", Resource(json, "azuread_service_principal", "confluent")["client_id"]!.GetValue<string>());
    }

    [Fact]
    public async Task What_Exists_Is_Imported_And_What_Does_Not_Is_Not()
    {
        Assert.Equal(
            new Dictionary<string, string>
            {
                ["azurerm_key_vault.main"] = GrantSamples.Odd.Vault.ToString(),
                ["azurerm_key_vault_key.main"] = "${join(\"/\", [\"https://KV-Orders.vault.azure.net/keys/orders-cmk\", var.key_version])}",
            },
            Imports(await ParseAsync(ClusterSamples.Wanted)));
        var assignments = ClusterSamples.Existing.Key!.Assignments!;
        Assert.Equal(
            new Dictionary<string, string>
            {
                ["azurerm_key_vault.main"] = GrantSamples.Odd.Vault.ToString(),
                ["azurerm_key_vault_key.main"] = $"https://KV-Orders.vault.azure.net/keys/orders-cmk/{new string('a', 32)}",
                ["azurerm_role_assignment.crypto_user"] = assignments.Single(assignment => assignment.RoleDefinitionId == KeyVaultRole.CryptoServiceEncryptionUser.Id).Id,
                ["azurerm_role_assignment.reader"] = assignments.Single(assignment => assignment.RoleDefinitionId == KeyVaultRole.Reader.Id).Id,
                ["confluent_byok_key.main"] = "cck-1a2b3",
                ["confluent_kafka_cluster.main"] = "env-9kx2v/lkc-9x8y7",
            },
            Imports(await ParseAsync(ClusterSamples.Existing)));
    }

    [Fact]
    public async Task The_Size_Of_A_Key_That_Was_Read_Is_Written_As_It_Is()
    {
        var key = Resource(await ParseAsync(ClusterSamples.Existing with { Key = ClusterSamples.Existing.Key! with { Size = 4096 } }), "azurerm_key_vault_key", "main");

        Assert.Equal(4096, key["key_size"]!.GetValue<int>());
    }

    [Theory]
    [InlineData("P18M", null, "P2Y", "time_after_creation")]
    [InlineData(null, "P30D", "P1Y", "time_before_expiry")]
    public async Task The_Rotation_Of_A_Key_That_Was_Read_Is_Written_As_It_Is(string? after, string? before, string life, string trigger)
    {
        var target = ClusterSamples.Existing with { Key = ClusterSamples.Existing.Key! with { Rotation = new KeyRotationPolicy(after, before, life) } };

        var policy = Resource(await ParseAsync(target), "azurerm_key_vault_key", "main")["rotation_policy"]![0]!;

        Assert.Equal((life, after ?? before), (Hcl.Literal(policy["expire_after"]), Hcl.Literal(policy["automatic"]![0]![trigger])));
    }

    [Fact]
    public async Task A_Key_That_Nothing_Rotates_Has_No_Policy_To_Write()
    {
        var target = ClusterSamples.Existing with { Key = ClusterSamples.Existing.Key! with { Rotation = new KeyRotationPolicy(null, null, null) } };

        Assert.Null(Resource(await ParseAsync(target), "azurerm_key_vault_key", "main")["rotation_policy"]);
    }

    [Fact]
    public void How_To_Find_Assignments_Is_Told_Only_Where_Nobody_Looked()
    {
        const string Hint = "az role assignment list";

        Assert.Contains(Hint, ClusterCode.Write(ClusterForm.Terraform, ClusterSamples.Registered), StringComparison.Ordinal);
        Assert.DoesNotContain(Hint, ClusterCode.Write(ClusterForm.Terraform, ClusterSamples.Registered with { Key = ClusterSamples.Registered.Key! with { Assignments = [] } }), StringComparison.Ordinal);
        Assert.DoesNotContain(Hint, ClusterCode.Write(ClusterForm.Terraform, ClusterSamples.Wanted), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_Plan_May_Destroy_The_Cluster_The_Key_The_Vault_Or_The_Registration()
    {
        var json = await ParseAsync(ClusterSamples.Existing);

        Assert.All(
            (string[])["confluent_kafka_cluster", "confluent_byok_key", "azurerm_key_vault", "azurerm_key_vault_key"],
            type => Assert.True(Resource(json, type, "main")["lifecycle"]![0]!["prevent_destroy"]!.GetValue<bool>()));
    }

    [Fact]
    public async Task With_Automatic_Encryption_There_Is_The_Cluster_And_Nothing_Of_Azure()
    {
        var json = await ParseAsync(ClusterSamples.Automatic);

        Assert.Equal(["confluent_kafka_cluster"], json["resource"]!.AsObject().Select(resource => resource.Key));
        Assert.Equal(["confluent"], json["provider"]!.AsObject().Select(provider => provider.Key));
        Assert.Null(Resource(json, "confluent_kafka_cluster", "main")["byok_key"]);
    }

    private static Task<JsonNode> ParseAsync(ClusterTarget target) => Hcl.ParseAsync(ClusterCode.Write(ClusterForm.Terraform, target));

    private static JsonNode Resource(JsonNode json, string type, string name) => json["resource"]![type]![name]![0]!;

    private static Dictionary<string, string> Imports(JsonNode json)
        => json["import"]!.AsArray().ToDictionary(import => import!["to"]!.GetValue<string>()[2..^1], import => import!["id"]!.GetValue<string>());
}
