using System.Text.Json.Nodes;
using static System.Net.Http.HttpMethod;

namespace ByokConsole.Tests.Sandbox.Azure;

/// <summary>What is written of a vault is what is read of it.</summary>
[Collection(AzureSandbox.Name)]
public sealed class VaultPropertyTests(AzureSandbox sandbox) : AzureTests(sandbox)
{
    private const string Api = "2023-07-01";
    private const string Subnet = "/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/virtualNetworks/n/subnets/s";

    private static readonly string[] Flags = ["enabledForDeployment", "enabledForDiskEncryption", "enabledForTemplateDeployment"];

    [Fact]
    public async Task Its_three_flags_are_turned_both_ways_and_stay_when_they_are_not_spoken_of()
    {
        var before = (await ArmAsync(Get, VaultId("kv-orders-eus"), version: Api)).Expect(200);
        Assert.Equal(["false", null, null], Flags.Select(flag => before[$"properties.{flag}"]));

        await ChangeAsync(new JsonObject { ["enabledForDeployment"] = true, ["enabledForDiskEncryption"] = true, ["enabledForTemplateDeployment"] = false });
        var after = await ChangeAsync(new JsonObject { ["enabledForDeployment"] = false });

        Assert.Equal(["false", "true", "false"], Flags.Select(flag => after[$"properties.{flag}"]));
    }

    [Fact]
    public async Task Subnets_of_its_firewall_are_kept_beside_the_addresses()
    {
        await ChangeAsync(Object($$"""{"networkAcls":{"defaultAction":"Deny","virtualNetworkRules":[{"id":"{{Subnet}}"}]} }"""));

        var changed = await ChangeAsync(Object("""{"networkAcls":{"ipRules":[{"value":"20.1.2.3"}]}}"""));

        Assert.Equal(Subnet, (string?)Assert.Single(changed.At("properties.networkAcls.virtualNetworkRules")!.AsArray())!["id"]);
        Assert.Equal("20.1.2.3", (string?)Assert.Single(changed.At("properties.networkAcls.ipRules")!.AsArray())!["value"]);
    }

    [Fact]
    public async Task Its_tier_can_be_raised_and_only_then_does_it_take_keys_in_hardware()
    {
        var hardware = Object("""{"kty":"RSA-HSM"}""");
        (await VaultAsync(Post, "/keys/in-hardware/create", hardware, "kv-orders-weu")).Expect(400);

        await ChangeAsync(Object("""{"sku":{"family":"A","name":"Premium"}}"""), "kv-orders-weu");

        (await VaultAsync(Post, "/keys/in-hardware/create", hardware.DeepClone(), "kv-orders-weu")).Expect(200);
        (await ArmAsync(Patch, VaultId("kv-orders-weu"), Object("""{"properties":{"sku":{"name":"golden"}}}"""), Api)).Expect(400);
    }

    [Fact]
    public async Task A_region_that_is_written_for_people_is_told_by_its_name()
    {
        var name = $"kv-far-{Guid.NewGuid().ToString("N")[..8]}";
        var body = Object("""{"location":"East US","properties":{"sku":{"family":"A","name":"standard"}}}""");
        body["properties"]!["tenantId"] = Tenant;

        Assert.Equal("eastus", (await ArmAsync(Put, VaultId(name), body, Api)).Expect(201)["location"]);
        Assert.Equal("eastus", (await VaultAsync(Get, "/keys", vault: name)).Header("x-ms-keyvault-region"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/kv-orders-eus")]
    public async Task In_a_group_that_does_not_exist_the_group_is_what_is_missing(string vault)
    {
        var answer = await ArmAsync(Get, $"/subscriptions/{Subscription}/resourceGroups/rg-none/providers/Microsoft.KeyVault/vaults{vault}", version: Api);

        Assert.Equal("ResourceGroupNotFound", answer.Expect(404)["error.code"]);
    }

    [Fact]
    public async Task What_no_provider_serves_is_a_bad_request()
    {
        var answer = await ArmAsync(Get, $"/subscriptions/{Subscription}/resourceGroups/rg-streaming/providers/Microsoft.Storage/storageAccounts");

        Assert.Equal("NoRegisteredProviderFound", answer.Expect(400)["error.code"]);
    }

    [Fact]
    public async Task A_vault_tells_the_address_that_its_firewall_judges()
    {
        var told = (await VaultAsync(Get, "/keys", vault: "kv-walled-eus")).Expect(403);

        var address = told["error.message"]!.Split("Client address: ")[1].Split("\r\n")[0];
        Assert.Equal($"conn_type=Ipv4;addr={address};act_addr_fam=InterNetwork;", told.Header("x-ms-keyvault-network-info"));
        await ChangeAsync(Object($$"""{"networkAcls":{"ipRules":[{"value":"{{address}}"}]} }"""), "kv-walled-eus");
        (await VaultAsync(Get, "/keys", vault: "kv-walled-eus")).Expect(200);
    }

    [Fact]
    public async Task Requests_of_one_undertaking_are_told_by_the_name_that_the_client_gave_it()
    {
        var given = Guid.NewGuid().ToString();
        using var content = new StringContent("");
        content.Headers.Add("x-ms-correlation-request-id", given);

        var named = await Cloud.SendAsync(Get, new Uri($"{Arm}/subscriptions"), null, content);

        Assert.Equal(given, named.Expect(401).Header("x-ms-correlation-request-id"));
        var own = await ArmAsync(Get, "/subscriptions");
        Assert.Equal(own.Header("x-ms-request-id"), own.Header("x-ms-correlation-request-id"));
    }

    [Theory]
    [InlineData("""{"kty":"RSA","attributes":{"exportable":true}}""")]
    [InlineData("""{"kty":"RSA","release_policy":{"data":"e30"}}""")]
    [InlineData("""{"kty":"EC","crv":"P-255"}""")]
    public async Task A_key_that_cannot_be_had_is_refused_rather_than_made_otherwise(string body)
        => Assert.Equal("BadParameter", (await VaultAsync(Post, "/keys/released/create", Object(body))).Expect(400)["error.code"]);

    [Fact]
    public async Task What_is_said_of_a_role_assignment_is_told_and_can_be_changed()
    {
        var (application, _) = await ApplicationAsync();
        var principal = (await Cloud.AzureAsync(Get, $"https://graph.microsoft.com/v1.0/servicePrincipals(appId='{application}')")).Expect(200)["id"]!;
        var (path, body) = (Assignment(), Role(principal));
        body["properties"]!["description"] = "for the orders";
        (await ArmAsync(Put, path, body)).Expect(201);
        await AdvanceAsync(60);
        body["properties"]!["description"] = "for the payments";
        body["properties"]!["condition"] = "true";
        body["properties"]!["conditionVersion"] = "2.0";

        (await ArmAsync(Put, path, body.DeepClone())).Expect(201);

        var read = (await ArmAsync(Get, path)).Expect(200);
        Assert.Equal(("for the payments", "true", "2.0"), (read["properties.description"], read["properties.condition"], read["properties.conditionVersion"]));
        Assert.NotEqual(read["properties.createdOn"], read["properties.updatedOn"]);
    }

    private async Task<CloudAnswer> ChangeAsync(JsonObject properties, string vault = "kv-orders-eus")
        => (await ArmAsync(Patch, VaultId(vault), new JsonObject { ["properties"] = properties }, Api)).Expect(200);
}
