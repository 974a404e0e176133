using System.Globalization;
using System.Text.Json.Nodes;
using static System.Net.Http.HttpMethod;

namespace ByokConsole.Tests.Sandbox.Azure;

/// <summary>Service principals (Graph), vaults and role assignments (Resource Manager).</summary>
[Collection(AzureSandbox.Name)]
public sealed class DirectoryTests(AzureSandbox sandbox) : AzureTests(sandbox)
{
    private const string Principals = "https://graph.microsoft.com/v1.0/servicePrincipals";

    [Fact]
    public async Task A_service_principal_is_found_by_application_and_made_once()
    {
        var application = await NewApplicationAsync();
        (await Cloud.AzureAsync(Get, $"{Principals}(appId='{application}')")).Expect(404);
        Assert.Empty((await Cloud.AzureAsync(Get, $"{Principals}?$filter=appId eq '{application}'")).Expect(200).At("value")!.AsArray());

        var made = (await Cloud.AzureAsync(Post, Principals, new JsonObject { ["appId"] = application })).Expect(201);

        Assert.Equal(made["id"], (await Cloud.AzureAsync(Get, $"{Principals}(appId='{application}')")).Expect(200)["id"]);
        Assert.Equal(application, (await Cloud.AzureAsync(Get, $"{Principals}/{made["id"]}")).Expect(200)["appId"]);
        (await Cloud.AzureAsync(Get, $"{Principals}/{Guid.NewGuid()}")).Expect(404);
        Assert.Single((await Cloud.AzureAsync(Get, $"{Principals}?$filter=appId eq '{application}'")).Expect(200).At("value")!.AsArray());
        var again = (await Cloud.AzureAsync(Post, Principals, new JsonObject { ["appId"] = application })).Expect(409);
        Assert.Equal("Request_MultipleObjectsWithSameKeyValue", again["error.code"]);
    }

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"appId":"99999999-9999-4999-8999-999999999999"}""")]
    public async Task A_service_principal_of_no_application_is_a_bad_request(string body)
        => Assert.Equal("Request_BadRequest", (await Cloud.AzureAsync(Post, Principals, Object(body))).Expect(400)["error.code"]);

    [Fact]
    public async Task A_filter_on_another_property_is_not_supported()
        => Assert.Equal("Request_UnsupportedQuery", (await Cloud.AzureAsync(Get, $"{Principals}?$filter=accountEnabled eq true")).Expect(400)["error.code"]);

    [Fact]
    public async Task A_tenant_lists_its_own_applications_and_none_of_a_registrations()
    {
        var own = (await Cloud.AzureAsync(Get, "https://graph.microsoft.com/v1.0/applications")).Expect(200).At("value")!.AsArray();
        var theirs = $"https://graph.microsoft.com/v1.0/applications?$filter=appId eq '{(await ApplicationAsync()).Id}'";

        Assert.Equal(Cloud.Environment.ClientId, (string?)Assert.Single(own)!["appId"]);
        Assert.Empty((await Cloud.AzureAsync(Get, theirs)).Expect(200).At("value")!.AsArray());
    }

    [Fact]
    public async Task A_service_principal_is_found_by_the_beginning_of_its_name_and_without_it_nobody_signs_in()
    {
        var (id, secret) = await ApplicationAsync();
        var named = (await Cloud.AzureAsync(Get, $"{Principals}?$filter=startswith(displayName,'Confluent Cloud BYOK cck-an4l1')")).Expect(200);
        (await TokenAsync(null, client: id, secret: secret)).Expect(200);

        (await Cloud.AzureAsync(Delete, $"{Principals}/{Assert.Single(named.At("value")!.AsArray())!["id"]}")).Expect(204);

        Assert.Contains("AADSTS7000229", (await TokenAsync(null, client: id, secret: secret)).Expect(400)["error_description"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Vaults_are_read_and_listed_with_their_properties()
    {
        var vault = (await ArmAsync(Get, VaultId("KV-Orders-EUS"), version: "2023-07-01")).Expect(200);
        var all = (await ArmAsync(Get, $"/subscriptions/{Subscription}/providers/Microsoft.KeyVault/vaults", version: "2023-07-01")).Expect(200).At("value")!.AsArray();

        Assert.Equal(("eastus", Tenant, "https://kv-orders-eus.vault.azure.net/"), (vault["location"], vault["properties.tenantId"], vault["properties.vaultUri"]));
        Assert.Equal("true", vault["properties.enableRbacAuthorization"]);
        Assert.Equal(7, all.Count);
        Assert.Equal("ResourceNotFound", (await ArmAsync(Get, VaultId("kv-nowhere"), version: "2023-07-01")).Expect(404)["error.code"]);
    }

    [Fact]
    public async Task Purge_protection_can_be_switched_on_and_never_off()
    {
        var on = Object("""{"properties":{"enablePurgeProtection":true}}""");
        (await ArmAsync(Patch, VaultId("kv-nopurge-eus"), on, "2023-07-01")).Expect(200);

        (await ArmAsync(Patch, VaultId("kv-nopurge-eus"), Object("""{"properties":{"enablePurgeProtection":false}}"""), "2023-07-01")).Expect(400);

        Assert.Equal("true", (await ArmAsync(Get, VaultId("kv-nopurge-eus"), version: "2023-07-01")).Expect(200)["properties.enablePurgeProtection"]);
    }

    [Fact]
    public async Task The_activity_log_tells_who_deleted_a_role_assignment()
    {
        const string Log = "Microsoft.Insights/eventtypes/management/values";
        var (principal, assignment) = (await NewPrincipalAsync(), Assignment());
        (await ArmAsync(Put, assignment, Role(principal))).Expect(201);
        (await ArmAsync(Delete, assignment)).Expect(200);

        var events = (await LogAsync("eventTimestamp ge '{0}' and resourceProvider eq 'Microsoft.Authorization'")).Expect(200).At("value")!.AsArray();

        var entry = Assert.Single(events)!;
        Assert.Equal(Cloud.Environment.ClientId, entry["claims"]!["appid"]!.GetValue<string>());
        Assert.Equal(principal, Object(entry["properties"]!["responseBody"]!.GetValue<string>())["properties"]!["principalId"]!.GetValue<string>());
        Assert.Empty((await LogAsync("eventTimestamp ge '{0}' and resourceProvider eq 'Microsoft.Compute'")).Expect(200).At("value")!.AsArray());
        (await LogAsync("resourceProvider eq 'Microsoft.Authorization'")).Expect(400);
        (await LogAsync("eventTimestamp ge '2020-01-01T00:00:00Z'")).Expect(400);

        Task<CloudAnswer> LogAsync(string filter) => Cloud.AzureAsync(Get, string.Create(
            CultureInfo.InvariantCulture,
            $"{Arm}/subscriptions/{Subscription}/providers/{Log}?api-version=2015-04-01&$filter={Uri.EscapeDataString(filter.Replace("{0}", DateTime.UtcNow.AddHours(-1).ToString("s", CultureInfo.InvariantCulture) + "Z", StringComparison.Ordinal))}"));
    }

    [Fact]
    public async Task A_role_is_assigned_once_per_principal_role_and_scope()
    {
        var principal = await NewPrincipalAsync();
        var (first, second) = (Assignment(), Assignment());

        var made = (await ArmAsync(Put, first, Role(principal))).Expect(201);
        (await ArmAsync(Put, first, Role(principal))).Expect(201);
        Assert.Equal("RoleAssignmentExists", (await ArmAsync(Put, second, Role(principal))).Expect(409)["error.code"]);
        Assert.Equal("RoleAssignmentUpdateNotPermitted", (await ArmAsync(Put, first, Role(await NewPrincipalAsync()))).Expect(400)["error.code"]);

        var listed = (await ListAsync($"principalId eq '{principal}'")).Single();
        Assert.Equal(made["id"], (string?)listed!["id"]);
        Assert.Empty(await ListAsync($"principalId eq '{Guid.NewGuid()}'"));
        (await ArmAsync(Delete, first)).Expect(200);
        (await ArmAsync(Delete, first)).Expect(204);
        Assert.Empty(await ListAsync($"principalId eq '{principal}'"));
    }

    [Fact]
    public async Task A_principal_that_was_made_a_moment_ago_is_known_only_by_its_type()
    {
        var principal = await NewPrincipalAsync();

        Assert.Equal("PrincipalNotFound", (await ArmAsync(Put, Assignment(), Role(principal, type: null))).Expect(400)["error.code"]);
        (await ArmAsync(Put, Assignment(), Role(principal))).Expect(201);
    }

    [Theory]
    [InlineData("""{}""", 400, "InvalidRequestContent")]
    [InlineData("""{"properties":{"roleDefinitionId":"/x/99999999-9999-4999-8999-999999999999","principalId":"b9a1c0de-0000-4000-8000-0000000000f1"}}""", 404, "RoleDefinitionDoesNotExist")]
    public async Task An_assignment_of_what_does_not_exist_is_refused(string body, int status, string code)
        => Assert.Equal(code, (await ArmAsync(Put, Assignment(), Object(body))).Expect(status)["error.code"]);

    [Fact]
    public async Task Who_has_no_right_to_assign_roles_is_told_action_and_scope()
    {
        var (application, secret) = await ApplicationAsync();
        var token = (await TokenAsync("https://management.azure.com/.default", client: application, secret: secret)).Expect(200)["access_token"];

        var refused = (await WithTokenAsync(Put, $"{Arm}{Assignment()}?api-version=2022-04-01", token, Role(application))).Expect(403);

        Assert.Equal("AuthorizationFailed", refused["error.code"]);
        Assert.Contains("Microsoft.Authorization/roleAssignments/write", refused["error.message"], StringComparison.Ordinal);
        Assert.Equal("Authorization_RequestDenied", (await WithTokenAsync(Get, Principals, await GraphTokenAsync())).Expect(403)["error.code"]);

        async Task<string?> GraphTokenAsync()
            => (await TokenAsync("https://graph.microsoft.com/.default", client: application, secret: secret)).Expect(200)["access_token"];
    }

    [Fact]
    public async Task Without_a_version_of_the_api_Resource_Manager_answers_nothing()
        => (await Cloud.AzureAsync(Get, $"{Arm}/subscriptions")).Expect(400);

    private async Task<JsonArray> ListAsync(string filter)
        => (await ArmAsync(Get, $"{VaultId("kv-orders-eus")}/providers/Microsoft.Authorization/roleAssignments?$filter={Uri.EscapeDataString(filter)}")).Expect(200).At("value")!.AsArray();

    /// <summary>The application of a registration that nobody granted yet.</summary>
    private async Task<string> NewApplicationAsync()
    {
        var key = $"k{Guid.NewGuid():N}";
        (await VaultAsync(Post, $"/keys/{key}/create", Object("""{"kty":"RSA"}"""))).Expect(200);
        return (await Cloud.ConfluentAsync(Post, "/byok/v1/keys", Cloud.KeyBody("kv-orders-eus", key))).Expect(201)["key.application_id"]!;
    }

    private async Task<string> NewPrincipalAsync()
        => (await Cloud.AzureAsync(Post, Principals, new JsonObject { ["appId"] = await NewApplicationAsync() })).Expect(201)["id"]!;
}
