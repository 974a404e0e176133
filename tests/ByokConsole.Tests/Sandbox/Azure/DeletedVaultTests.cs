using System.Text.Json.Nodes;
using static System.Net.Http.HttpMethod;

namespace ByokConsole.Tests.Sandbox.Azure;

/// <summary>What becomes of a deleted vault: its keys come back with it, its roles do not, and time ends it.</summary>
[Collection(AzureSandbox.Name)]
public sealed class DeletedVaultTests(AzureSandbox sandbox) : AzureTests(sandbox)
{
    private const string Name = "kv-orders-neu";

    [Fact]
    public async Task Recovered_it_has_its_keys_and_no_longer_the_roles_assigned_at_it()
    {
        var (application, _) = await ApplicationAsync();
        var principal = (await Cloud.AzureAsync(Get, $"https://graph.microsoft.com/v1.0/servicePrincipals(appId='{application}')")).Expect(200)["id"]!;
        var assignment = Assignment(Name);
        (await ArmAsync(Put, assignment, Role(principal))).Expect(201);
        (await ArmAsync(Delete, VaultId(Name), version: "2023-07-01")).Expect(200);
        Assert.Equal(Name, (string?)Assert.Single(await DeletedAsync())!["name"]);

        (await ArmAsync(Put, VaultId(Name), Wanted("recover"), "2023-07-01")).Expect(200);

        Assert.Empty(await DeletedAsync());
        (await VaultAsync(Get, "/keys/orders-cmk", vault: Name)).Expect(200);
        (await ArmAsync(Get, assignment)).Expect(404);
    }

    [Fact]
    public async Task Its_name_is_taken_until_its_retention_ends_and_then_nothing_of_it_is_left()
    {
        (await ArmAsync(Delete, VaultId(Name), version: "2023-07-01")).Expect(200);
        await AdvanceAsync(90 * 86_400 - 60);
        Assert.Equal("ConflictError", (await ArmAsync(Put, VaultId(Name), Wanted("default"), "2023-07-01")).Expect(409)["error.code"]);

        await AdvanceAsync(120);

        Assert.Empty(await DeletedAsync());
        (await ArmAsync(Put, VaultId(Name), Wanted("default"), "2023-07-01")).Expect(201);
        Assert.Empty((await VaultAsync(Get, "/keys", vault: Name)).Expect(200).At("value")!.AsArray());
    }

    [Fact]
    public async Task In_another_region_it_is_not_found()
    {
        (await ArmAsync(Delete, VaultId(Name), version: "2023-07-01")).Expect(200);

        (await ArmAsync(Get, $"/subscriptions/{Subscription}/providers/Microsoft.KeyVault/locations/northeurope/deletedVaults/{Name}")).Expect(200);
        (await ArmAsync(Get, $"/subscriptions/{Subscription}/providers/Microsoft.KeyVault/locations/eastus/deletedVaults/{Name}")).Expect(404);
    }

    private async Task<JsonArray> DeletedAsync()
        => (await ArmAsync(Get, $"/subscriptions/{Subscription}/providers/Microsoft.KeyVault/deletedVaults")).Expect(200).At("value")!.AsArray();

    private JsonObject Wanted(string mode) => new()
    {
        ["location"] = "northeurope",
        ["properties"] = new JsonObject
        {
            ["tenantId"] = Tenant, ["createMode"] = mode, ["enableRbacAuthorization"] = true, ["sku"] = new JsonObject { ["family"] = "A", ["name"] = "standard" },
        },
    };
}
