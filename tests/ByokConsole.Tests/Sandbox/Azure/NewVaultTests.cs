using System.Text.Json.Nodes;
using static System.Net.Http.HttpMethod;

namespace ByokConsole.Tests.Sandbox.Azure;

/// <summary>A vault that was just made is known to Resource Manager before its name leads anywhere.</summary>
[Collection(AzureSandbox.Name)]
public sealed class NewVaultTests(AzureSandbox sandbox) : AzureTests(sandbox)
{
    private const string State = "properties.provisioningState";

    /// <summary>Each test has one of its own, for a connection to a vault is kept.</summary>
    private string Name { get; } = $"kv-new-{Guid.NewGuid().ToString("N")[..8]}";

    [Fact]
    public async Task Its_name_comes_into_the_dns_by_the_clouds_clock()
    {
        (await Cloud.ControlAsync(Patch, "/settings", Object("""{"vaultSettlingSeconds":600}"""))).Expect(204);

        Assert.Equal("RegisteringDns", (await MakeAsync()).Expect(201)[State]);
        var refused = await Assert.ThrowsAsync<HttpRequestException>(() => VaultAsync(Get, "/keys", vault: Name));
        Assert.Contains("502", refused.Message, StringComparison.Ordinal);
        await AdvanceAsync(599);
        Assert.Equal("RegisteringDns", (await ReadAsync())[State]);
        await AdvanceAsync(2);

        Assert.Equal("Succeeded", (await ReadAsync())[State]);
        (await VaultAsync(Get, "/keys", vault: Name)).Expect(200);
    }

    [Fact]
    public async Task A_change_of_a_vault_does_not_take_its_name_away()
    {
        (await MakeAsync()).Expect(201);
        (await Cloud.ControlAsync(Patch, "/settings", Object("""{"vaultSettlingSeconds":600}"""))).Expect(204);

        Assert.Equal("Succeeded", (await MakeAsync()).Expect(200)[State]);
        (await VaultAsync(Get, "/keys", vault: Name)).Expect(200);
    }

    [Fact]
    public async Task One_that_the_control_host_makes_is_ready_at_once()
    {
        (await Cloud.ControlAsync(Patch, "/settings", Object("""{"vaultSettlingSeconds":600}"""))).Expect(204);

        (await Cloud.ControlAsync(Post, "/vaults", new JsonObject { ["name"] = Name, ["location"] = "eastus" })).Expect(201);

        Assert.Equal("Succeeded", (await ReadAsync())[State]);
        (await VaultAsync(Get, "/keys", vault: Name)).Expect(200);
    }

    private Task<CloudAnswer> MakeAsync() => ArmAsync(
        Put, VaultId(Name),
        new JsonObject
        {
            ["location"] = "eastus",
            ["properties"] = new JsonObject { ["tenantId"] = Tenant, ["sku"] = Object("""{"family":"A","name":"standard"}"""), ["enableRbacAuthorization"] = true },
        },
        "2023-07-01");

    private async Task<CloudAnswer> ReadAsync() => (await ArmAsync(Get, VaultId(Name), version: "2023-07-01")).Expect(200);
}
