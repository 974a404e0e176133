using System.Text.Json.Nodes;
using ByokConsole.Tests.RealClients.Matrix;

namespace ByokConsole.Tests.RealClients;

/// <summary>The Azure CLI: principals, roles, and keys by <c>az rest</c>.</summary>
[Trait(Category, RealClients)]
[Collection(RealClientSandbox.Name)]
public sealed class AzureCliGrantTests(RealClientSandbox sandbox) : RealClientTests(sandbox)
{
    private const string Packaging = "Debian's package ends with a Python error of its own; by `az rest` as the cloud.";

    [Fact]
    [Operation(Operations.Principals, Client.AzureCli)]
    public async Task A_registrations_application_gets_its_service_principal()
    {
        var (_, application) = await RegisterAsync();

        (await AzAsync($"ad sp show --id {application}")).Fails("does not exist");
        var made = (await AzAsync($"ad sp create --id {application}")).Json;
        var shown = (await AzAsync($"ad sp show --id {application}")).Json;
        var listed = (await AzAsync($"ad sp list --filter \"appId eq '{application}'\"")).Json.AsArray();
        var named = (await AzAsync("ad sp list --display-name 'Confluent Cloud BYOK'")).Json.AsArray();

        Assert.Equal(application, (string?)made["appId"]);
        Assert.Equal(made["id"]!.ToString(), (string?)shown["id"]);
        Assert.Equal(made["id"]!.ToString(), (string?)Assert.Single(listed)!["id"]);
        Assert.Contains(named, one => (string?)one!["appId"] == application);
        (await AzAsync($"ad sp create --id {application}")).Fails("already in use");
        (await AzAsync($"ad sp delete --id {made["id"]}")).Succeeds();
        (await AzAsync($"ad sp show --id {application}")).Fails("does not exist");
    }

    [Fact]
    [Operation(Operations.Definitions, Client.AzureCli, Differs = Packaging)]
    [Operation(Operations.Assign, Client.AzureCli, Differs = Packaging)]
    [Operation(Operations.Assignments, Client.AzureCli, Differs = Packaging)]
    [Operation(Operations.Unassign, Client.AzureCli)]
    [Operation(Operations.ActivityLog, Client.AzureCli)]
    public async Task A_role_is_assigned_listed_and_taken_away_and_the_activity_log_says_who_took_it()
    {
        var (_, application) = await RegisterAsync();
        var principal = (string?)(await AzAsync($"ad sp create --id {application}")).Json["id"];
        var assignment = $"{VaultId}/providers/Microsoft.Authorization/roleAssignments/{Guid.NewGuid()}";
        var role = $"/subscriptions/{Subscription}/providers/Microsoft.Authorization/roleDefinitions/{VaultReader}";
        var body = SandboxBody(role, principal!);

        var definition = (await RestAsync("get", $"{Roles("roleDefinitions")}&$filter=roleName eq 'Key Vault Reader'")).Json;
        var made = (await RestAsync("put", $"{assignment}?api-version=2022-04-01", body)).Json;
        var held = await HeldAsync(principal!);
        (await AzAsync($"role assignment delete --ids {assignment}")).Succeeds();

        Assert.Equal(role, (string?)Assert.Single(definition["value"]!.AsArray())!["id"]);
        Assert.Equal((role, VaultId), ((string?)made["properties"]!["roleDefinitionId"], (string?)made["properties"]!["scope"]));
        Assert.Equal(assignment, (string?)Assert.Single(held)!["id"]);
        Assert.Empty(await HeldAsync(principal!));
        var events = (await AzAsync($"monitor activity-log list --offset 1h --query \"[?resourceId=='{assignment}'].operationName.value\"")).Json.AsArray();
        Assert.Equal("Microsoft.Authorization/roleAssignments/delete", (string?)Assert.Single(events));
    }

    [Fact]
    [Operation(Operations.MakeKey, Client.AzureCli, Differs = Packaging)]
    [Operation(Operations.ChangeKey, Client.AzureCli, Differs = Packaging)]
    [Operation(Operations.Wrap, Client.AzureCli, Differs = Packaging)]
    public async Task A_key_is_made_rotated_and_used()
    {
        const string Data = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8";
        var name = NameOf("az");
        var made = await KeyAsync("post", $"/keys/{name}/create", """{"kty":"RSA","key_size":2048}""");
        var wrapped = await KeyAsync("post", $"/keys/{name}/wrapkey", $$"""{"alg":"RSA-OAEP-256","value":"{{Data}}"}""");
        var rotated = await KeyAsync("post", $"/keys/{name}/rotate");
        var version = ((string)wrapped["kid"]!).Split('/')[^1];
        var unwrapped = await KeyAsync("post", $"/keys/{name}/{version}/unwrapkey", $$"""{"alg":"RSA-OAEP-256","value":"{{wrapped["value"]}}"}""");

        Assert.Equal((string?)made["key"]!["kid"], (string?)wrapped["kid"]);
        Assert.NotEqual((string?)made["key"]!["kid"], (string?)rotated["key"]!["kid"]);
        Assert.Equal(Data, (string?)unwrapped["value"]);
        Assert.Equal(2, (await KeyAsync("get", $"/keys/{name}/versions"))["value"]!.AsArray().Count);
        Assert.Contains((await KeyAsync("get", "/keys"))["value"]!.AsArray(), key => (string?)key!["kid"] == $"https://{Vault}.vault.azure.net/keys/{name}");
    }

    /// <summary>Other packages of az have no such fault: then the commands must work, and these remarks go.</summary>
    [Theory]
    [InlineData("role assignment create --role Reader --scope /subscriptions/$AZURE_SUBSCRIPTION_ID --assignee-object-id $AZURE_TENANT_ID")]
    [InlineData("role definition list --name Reader")]
    [InlineData("keyvault key list --vault-name kv-orders-eus")]
    public async Task What_the_package_breaks_it_breaks_before_anything_is_sent(string command)
    {
        await Sandbox.SignedInAsync();
        var before = (await LogAsync()).Max(entry => (long)entry["sequence"]!);

        var ran = await AzAsync(command);

        if (ran.Code == 0)
            return;
        Assert.Matches("AttributeError|ModuleNotFoundError", ran.Errors);
        var asked = (await LogAsync(before)).Select(entry => $"{entry["host"]}{entry["path"]}").ToList();
        Assert.DoesNotContain(asked, one => one.Contains("Microsoft.Authorization", StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(asked, one => one.StartsWith($"{Vault}.vault.azure.net", StringComparison.Ordinal));
    }

    private string Roles(string what) => $"{VaultId}/providers/Microsoft.Authorization/{what}?api-version=2022-04-01";

    private async Task<JsonArray> HeldAsync(string principal)
        => (await RestAsync("get", $"{Roles("roleAssignments")}&$filter=principalId eq '{principal}'")).Json["value"]!.AsArray();

    private async Task<JsonNode> KeyAsync(string method, string path, string? body = null)
    {
        var url = $"https://{Vault}.vault.azure.net{path}?api-version=7.4";
        return (await AzAsync($"rest --resource https://vault.azure.net --method {method} --url '{url}'{(body is null ? "" : $" --body '{body}'")}")).Json;
    }

    private Task<Ran> RestAsync(string method, string url, string? body = null)
        => AzAsync($"rest --method {method} --url \"{url.Replace("$", "\\$", StringComparison.Ordinal)}\"{(body is null ? "" : $" --body '{body}'")}");

    private static string SandboxBody(string role, string principal) => new JsonObject
    {
        ["properties"] = new JsonObject { ["roleDefinitionId"] = role, ["principalId"] = principal, ["principalType"] = "ServicePrincipal" },
    }.ToJsonString();
}
