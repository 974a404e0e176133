using System.Text.Json.Nodes;
using ByokConsole.Tests.RealClients.Matrix;

namespace ByokConsole.Tests.RealClients.JavaScript;

/// <summary><c>@azure/arm-keyvault</c> and a vault whose name is not in the DNS yet.</summary>
[Trait(Category, RealClients)]
[Collection(RealClientSandbox.Name)]
public sealed class NewVaultTests(RealClientSandbox sandbox) : JavaScriptTests(sandbox)
{
    private const string New = """
        { location: 'eastus', tags: { team: 'orders' }, properties: { tenantId, sku: { family: 'A', name: 'standard' }, enableRbacAuthorization: true } }
        """;

    [Fact]
    [Operation(Operations.MakeVault, Client.JavaScript)]
    public async Task A_vault_is_waited_for_until_its_name_is_in_the_dns()
    {
        (await Cloud.ControlAsync(HttpMethod.Patch, "/settings", new JsonObject { ["vaultSettlingSeconds"] = 2 })).Expect(204);
        var vault = NameOf("kv");
        var said = await TellAsync($$"""
            let looks = 0;
            const made = await vaults.beginCreateOrUpdateAndWait('rg-streaming', '{{vault}}', {{New}}, { ...often, onResponse: () => looks++ });
            tell({ state: made.properties.provisioningState, waited: looks > 1, key: (await keysOf('{{vault}}').createRsaKey('first')).name });
            """);

        Same("""{"state":"Succeeded","waited":true,"key":"first"}""", said);
    }
}
