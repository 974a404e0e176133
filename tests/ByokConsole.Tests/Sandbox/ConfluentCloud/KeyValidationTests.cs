using System.Text.Json.Nodes;
using static System.Net.Http.HttpMethod;

namespace ByokConsole.Tests.Sandbox.ConfluentCloud;

[Collection(ConfluentSandbox.Name)]
public sealed class KeyValidationTests(ConfluentSandbox sandbox) : ConfluentTests(sandbox)
{
    [Fact]
    public async Task A_registration_is_valid_only_after_its_own_principal_wrapped_and_unwrapped_at_the_vault()
    {
        var registration = await RegisterAsync();
        Assert.Equal("INITIALIZING", registration["validation.phase"]);
        Assert.Null(registration["validation.region"]);
        await UntilAsync(registration["id"]!, "INVALID", "never granted access");
        Assert.DoesNotContain(await LogAsync(), entry => IsCrypto(entry, Wrap) && (int)entry["status"]! == 200);

        var principal = await GrantAsync(registration);
        var valid = await UntilAsync(registration["id"]!, "VALID");

        Assert.Equal("eastus", valid["validation.region"]);
        Assert.Null(valid["validation.message"]);
        var mine = (await LogAsync()).Where(entry => (string?)entry["caller"] == principal).ToList();
        Assert.Contains(mine, entry => (string?)entry["host"] == "login.microsoftonline.com" && (int)entry["status"]! == 200);
        Assert.Contains(mine, entry => IsCrypto(entry, Wrap) && (int)entry["status"]! == 200);
        Assert.Contains(mine, entry => IsCrypto(entry, Unwrap) && (int)entry["status"]! == 200);
    }

    [Fact]
    public async Task A_vault_that_refuses_only_the_unwrap_makes_the_registration_invalid()
    {
        var registration = await ValidAsync();
        var principal = (await LogAsync()).Last(entry => IsCrypto(entry, Unwrap))["caller"];
        await Cloud.ControlAsync(Post, "/faults", new JsonObject
        {
            ["name"] = "Refuse", ["host"] = $"{Vault}.vault.azure.net", ["path"] = Unwrap, ["count"] = 1000, ["status"] = 403,
            ["body"] = """{"error":{"code":"Forbidden","message":"No.","innererror":{"code":"ForbiddenByRbac"}}}""",
        });

        await UntilAsync(registration["id"]!, "INVALID", "no role");

        Assert.NotNull(principal);
        (await Cloud.ControlAsync(Delete, "/faults")).Expect(204);
        await UntilAsync(registration["id"]!, "VALID");
    }

    [Fact]
    public async Task A_wrong_data_key_does_not_count()
    {
        var registration = await ValidAsync();
        await Cloud.ControlAsync(Post, "/faults", new JsonObject
        {
            ["name"] = "Refuse", ["host"] = $"{Vault}.vault.azure.net", ["path"] = Unwrap, ["count"] = 1000, ["status"] = 200,
            ["body"] = """{"kid":"https://kv-orders-eus.vault.azure.net/keys/payments-cmk/0","value":"AAAA"}""",
        });

        await UntilAsync(registration["id"]!, "INVALID", "did not give back");
    }

    public static TheoryData<string, string> Causes => new()
    {
        { nameof(Cause.GrantsRemoved), "no role" },
        { nameof(Cause.Firewall), "firewall" },
        { nameof(Cause.AccessPolicies), "access policies" },
        { nameof(Cause.Disabled), "disabled" },
        { nameof(Cause.Expired), "expired" },
        { nameof(Cause.NotYetValid), "not yet valid" },
        { nameof(Cause.NoOperations), "does not permit" },
        { nameof(Cause.Deleted), "not found" },
        { nameof(Cause.OtherTenant), "another tenant" },
    };

    [Theory]
    [MemberData(nameof(Causes))]
    public async Task Losing_the_key_makes_it_invalid_with_the_reason_and_mending_it_makes_it_valid_again(string name, string reason)
    {
        var cause = Enum.Parse<Cause>(name);
        var registration = await RegisterAsync();
        var principal = await GrantAsync(registration);
        var valid = await UntilAsync(registration["id"]!, "VALID");

        await SetAsync(cause, principal, broken: true);
        var invalid = await UntilAsync(registration["id"]!, "INVALID", reason);

        Assert.Equal("eastus", invalid["validation.region"]);
        Assert.True(Since(invalid) > Since(valid), "since did not move with the phase");
        await SetAsync(cause, principal, broken: false);
        var mended = await UntilAsync(registration["id"]!, "VALID");
        Assert.True(Since(mended) > Since(invalid));
        Assert.Null(mended["validation.message"]);
    }

    [Theory]
    [InlineData("kv-walled-eus", "orders-cmk", "firewall")]
    [InlineData("kv-policies-eus", "orders-cmk", "access policies")]
    [InlineData("kv-orders-eus", "ec-cmk", "does not permit")]
    [InlineData("kv-orders-eus", "missing-cmk", "not found")]
    public async Task A_key_that_was_never_good_is_invalid_with_the_reason(string vault, string key, string reason)
    {
        var registration = await RegisterAsync(vault, key);
        await GrantAsync(registration, vault);

        var invalid = await UntilAsync(registration["id"]!, "INVALID", reason);

        Assert.Null(invalid["validation.region"]);
    }

    [Fact]
    public async Task A_vault_that_lets_trusted_services_past_its_firewall_is_valid()
        => Assert.Equal("eastus", (await ValidAsync("kv-trusted-eus", "orders-cmk"))["validation.region"]);

    [Fact]
    public async Task A_vault_or_tenant_that_does_not_exist_is_told()
    {
        var noVault = (await Cloud.ConfluentAsync(Post, "/byok/v1/keys", KeyBody("kv-missing"))).Expect(201);
        await Cloud.AzureAsync(Post, "https://graph.microsoft.com/v1.0/servicePrincipals", new JsonObject { ["appId"] = noVault["key.application_id"] });
        var foreign = KeyBody();
        foreign["key"]!["tenant_id"] = Guid.NewGuid().ToString();
        var noTenant = (await Cloud.ConfluentAsync(Post, "/byok/v1/keys", foreign)).Expect(201);

        await UntilAsync(noVault["id"]!, "INVALID", "no vault at this address");
        await UntilAsync(noTenant["id"]!, "INVALID", "tenant does not exist");
    }

    [Theory]
    [InlineData("TooManyRequests")]
    [InlineData("ServerError")]
    [InlineData("Html")]
    [InlineData("TruncatedJson")]
    [InlineData("Reset")]
    public async Task An_outage_of_the_vault_takes_nothing_away_and_the_worker_lives_on(string fault)
    {
        var registration = await ValidAsync();
        const int Trials = 4;
        await Cloud.ControlAsync(Post, "/faults", new JsonObject { ["name"] = fault, ["host"] = $"{Vault}.vault.azure.net", ["path"] = "/keys/payments-cmk/", ["count"] = Trials });

        await Poll.UntilAsync(async () => (await Cloud.ListAsync("/faults")).Count == 0);

        Assert.Equal("VALID", (await RegistrationAsync(registration["id"]!))["validation.phase"]);
        Assert.Equal(registration["validation.since"], (await RegistrationAsync(registration["id"]!))["validation.since"]);
        await SetAsync(Cause.Disabled, "", broken: true);
        await UntilAsync(registration["id"]!, "INVALID", "disabled");
    }

    private enum Cause
    {
        GrantsRemoved,
        Firewall,
        AccessPolicies,
        Disabled,
        Expired,
        NotYetValid,
        NoOperations,
        Deleted,
        OtherTenant,
    }

    private static bool IsCrypto(JsonNode entry, string operation)
        => (string?)entry["host"] == $"{Vault}.vault.azure.net" && ((string?)entry["path"])!.EndsWith(operation, StringComparison.Ordinal);

    private static DateTimeOffset Since(CloudAnswer registration) => DateTimeOffset.Parse(registration["validation.since"]!, System.Globalization.CultureInfo.InvariantCulture);

    private Task SetAsync(Cause cause, string principal, bool broken) => cause switch
    {
        Cause.GrantsRemoved => broken ? RevokeAsync(principal) : AssignAsync(principal),
        Cause.Firewall => VaultAsync(new JsonObject { ["networkAcls"] = broken ? new JsonObject { ["defaultAction"] = "Deny", ["bypass"] = "None" } : null }),
        Cause.AccessPolicies => VaultAsync(new JsonObject { ["enableRbacAuthorization"] = !broken }),
        Cause.OtherTenant => VaultAsync(new JsonObject { ["tenantId"] = broken ? Guid.NewGuid().ToString() : Cloud.Environment.TenantId }),
        Cause.Deleted => ControlKeyAsync(new JsonObject { ["deleted"] = broken }),
        Cause.Disabled => AttributesAsync(new JsonObject { ["enabled"] = !broken }),
        Cause.Expired => AttributesAsync(new JsonObject { ["exp"] = In(broken ? -1 : 300) }),
        Cause.NotYetValid => AttributesAsync(new JsonObject { ["nbf"] = In(broken ? 30 : -30) }),
        Cause.NoOperations => OperationsAsync(broken ? ["sign", "verify"] : ["wrapKey", "unwrapKey"]),
        _ => throw new ArgumentOutOfRangeException(nameof(cause)),
    };

    private static long In(int days) => TimeProvider.System.GetUtcNow().AddDays(days).ToUnixTimeSeconds();

    private async Task VaultAsync(JsonObject change) => (await Cloud.ControlAsync(Patch, $"/vaults/{Vault}", change)).Expect(200);

    private async Task ControlKeyAsync(JsonObject change) => (await Cloud.ControlAsync(Patch, $"/vaults/{Vault}/keys/{Key}", change)).Expect(204);

    private async Task AttributesAsync(JsonObject attributes) => await UpdateKeyAsync(new JsonObject { ["attributes"] = attributes });

    private async Task OperationsAsync(params string[] operations)
        => await UpdateKeyAsync(new JsonObject { ["key_ops"] = new JsonArray([.. operations.Select(one => (JsonNode)one)]) });

    private async Task UpdateKeyAsync(JsonObject body)
        => (await Cloud.AzureAsync(Patch, $"https://{Vault}.vault.azure.net/keys/{Key}?api-version=7.6", body)).Expect(200);

    private async Task RevokeAsync(string principal)
    {
        var list = await Cloud.AzureAsync(Get, $"https://management.azure.com{VaultId(Vault)}/providers/Microsoft.Authorization/roleAssignments?api-version=2022-04-01&$filter=principalId eq '{principal}'");
        foreach (var assignment in (JsonArray)list.Expect(200).Json["value"]!)
            (await Cloud.AzureAsync(Delete, $"https://management.azure.com{assignment!["id"]}?api-version=2022-04-01")).Expect(200);
    }

    private async Task AssignAsync(string principal) => await GrantRolesAsync(principal, Vault);
}
