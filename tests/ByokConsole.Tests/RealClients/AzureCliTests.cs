using System.Text.Json.Nodes;
using ByokConsole.Tests.RealClients.Matrix;

namespace ByokConsole.Tests.RealClients;

/// <summary>The Azure CLI: who is signed in, and vaults.</summary>
[Trait(Category, RealClients)]
[Collection(RealClientSandbox.Name)]
public sealed class AzureCliTests(RealClientSandbox sandbox) : RealClientTests(sandbox)
{
    [Fact]
    [Operation(Operations.SignIn, Client.AzureCli)]
    [Operation(Operations.Subscriptions, Client.AzureCli)]
    public async Task A_service_principal_signs_in_and_finds_its_subscription()
    {
        var signedIn = Assert.Single((await Sandbox.SignedInAsync()).AsArray())!;

        Assert.Equal((Subscription, Tenant, "Streaming", "Enabled"), Of(signedIn));
        Assert.Equal((Cloud.Environment.ClientId, "servicePrincipal"), ((string?)signedIn["user"]!["name"], (string?)signedIn["user"]!["type"]));
        Assert.Equal((Subscription, Tenant, "Streaming", "Enabled"), Of((await AzAsync("account show")).Json));
        Assert.Equal((Subscription, Tenant, "Streaming", "Enabled"), Of(Assert.Single((await AzAsync("account list")).Json.AsArray())!));
        Assert.Contains("eastus", (await AzAsync("account list-locations --query '[].name' -o tsv")).Succeeds().Output.Split('\n'));
        Assert.Equal("rg-streaming\nrg-security\n", (await AzAsync("group list --query '[].name' -o tsv")).Succeeds().Output);
        Assert.Equal("true\nfalse\n", (await AzAsync("group exists -n rg-streaming; az group exists -n rg-nobody-made")).Succeeds().Output);
    }

    [Fact]
    [Operation(Operations.WrongSecret, Client.AzureCli)]
    public async Task A_wrong_secret_is_told_by_entras_number()
    {
        await AzureCli.NeedAsync();
        (await RunAsync("""
            export AZURE_CONFIG_DIR="$(mktemp -d)"
            az login --service-principal -u "$AZURE_CLIENT_ID" -p wrong --tenant "$AZURE_TENANT_ID"; CODE=$?
            rm -rf "$AZURE_CONFIG_DIR"
            exit $CODE
            """)).Fails("AADSTS7000215");
    }

    [Fact]
    [Operation(Operations.Vaults, Client.AzureCli)]
    [Operation(Operations.NoVault, Client.AzureCli)]
    public async Task Vaults_are_listed_and_shown_by_their_name_alone()
    {
        var names = (await AzAsync("keyvault list --query '[].name' -o tsv")).Succeeds().Output.Split('\n');
        var shown = (await AzAsync("keyvault show -n kv-trusted-eus")).Json;

        Assert.All([Vault, "kv-orders-weu", "kv-orders-neu", "kv-policies-eus", "kv-walled-eus", "kv-trusted-eus"], name => Assert.Contains(name, names));
        Assert.Equal(("kv-trusted-eus", "eastus", "rg-streaming"), ((string?)shown["name"], (string?)shown["location"], (string?)shown["resourceGroup"]));
        Assert.True((bool)shown["properties"]!["enableRbacAuthorization"]! && (bool)shown["properties"]!["enablePurgeProtection"]!);
        Assert.Equal("AzureServices", (string?)shown["properties"]!["networkAcls"]!["bypass"]);
        Assert.Equal("[]", (await AzAsync("keyvault list --resource-group rg-security")).Json.ToJsonString());
        (await AzAsync("keyvault show -n kv-nobody-made")).Fails("not found within subscription");
    }

    [Fact]
    [Operation(Operations.MakeVault, Client.AzureCli)]
    [Operation(Operations.PurgeProtection, Client.AzureCli)]
    [Operation(Operations.Firewall, Client.AzureCli)]
    public async Task A_vault_is_made_and_changed_and_keeps_its_purge_protection()
    {
        var vault = NameOf("kv");
        var made = (await AzAsync($"keyvault create -n {vault} -g rg-streaming -l eastus --enable-rbac-authorization true --tags team=orders")).Json;
        var on = (await AzAsync($"keyvault update -n {vault} --enable-purge-protection true")).Json;
        var walled = (await AzAsync($"keyvault update -n {vault} --default-action Deny --bypass AzureServices")).Json;
        var opened = (await AzAsync($"keyvault network-rule add -n {vault} --ip-address 203.0.113.7")).Json;

        Assert.Equal("orders", (string?)made["tags"]!["team"]);
        Assert.Null(made["properties"]!["enablePurgeProtection"]);
        Assert.True((bool)on["properties"]!["enablePurgeProtection"]!);
        var acls = walled["properties"]!["networkAcls"]!;
        Assert.Equal(("Deny", "AzureServices"), ((string?)acls["defaultAction"], (string?)acls["bypass"]));
        Assert.StartsWith("203.0.113.7", (string?)opened["properties"]!["networkAcls"]!["ipRules"]![0]!["value"], StringComparison.Ordinal);
        (await AzAsync($"keyvault update -n {vault} --enable-purge-protection false")).Fails("cannot be set to false");
        Assert.True((bool)(await AzAsync($"keyvault show -n {vault}")).Json["properties"]!["enablePurgeProtection"]!);
    }

    [Fact]
    [Operation(Operations.DeletedVaults, Client.AzureCli)]
    public async Task A_deleted_vault_is_listed_recovered_and_purged_only_without_protection()
    {
        var vault = NameOf("kv");
        (await AzAsync($"keyvault create -n {vault} -g rg-streaming -l eastus")).Succeeds();
        (await AzAsync($"keyvault delete -n {vault}")).Succeeds();

        Assert.Contains(vault, (await AzAsync("keyvault list-deleted --query '[].name' -o tsv")).Succeeds().Output.Split('\n'));
        Assert.Equal(Cloud.VaultId(vault), (string?)(await AzAsync($"keyvault show-deleted -n {vault}")).Json["properties"]!["vaultId"]);
        (await AzAsync($"keyvault create -n {vault} -g rg-streaming -l eastus")).Fails("ConflictError");
        Assert.Equal(vault, (string?)(await AzAsync($"keyvault recover -n {vault}")).Json["name"]);
        (await AzAsync($"keyvault delete -n {vault}")).Succeeds();
        (await AzAsync($"keyvault purge -n {vault}")).Succeeds();
        (await AzAsync($"keyvault create -n {vault} -g rg-streaming -l eastus --enable-purge-protection true")).Succeeds();
        (await AzAsync($"keyvault delete -n {vault}")).Succeeds();
        (await AzAsync($"keyvault purge -n {vault}")).Fails("DeletedVaultPurge");
    }

    [Fact]
    [Operation(Operations.AccessPolicies, Client.AzureCli)]
    public async Task An_access_policy_is_set_and_deleted()
    {
        var (vault, principal) = (NameOf("kv"), Guid.NewGuid());
        (await AzAsync($"keyvault create -n {vault} -g rg-streaming -l eastus --enable-rbac-authorization false --no-self-perms true")).Succeeds();

        var set = (await AzAsync($"keyvault set-policy -n {vault} --object-id {principal} --key-permissions get wrapKey --secret-permissions list")).Json;
        var deleted = (await AzAsync($"keyvault delete-policy -n {vault} --object-id {principal}")).Json;

        var permissions = Assert.Single(set["properties"]!["accessPolicies"]!.AsArray())!["permissions"]!;
        Assert.Equal(["get", "wrapKey"], permissions["keys"]!.AsArray().Select(permission => (string?)permission).Order());
        Assert.Equal("""["list"]""", permissions["secrets"]!.ToJsonString());
        Assert.Empty(deleted["properties"]!["accessPolicies"]!.AsArray());
    }

    private static (string?, string?, string?, string?) Of(JsonNode account)
        => ((string?)account["id"], (string?)account["tenantId"], (string?)account["name"], (string?)account["state"]);
}
