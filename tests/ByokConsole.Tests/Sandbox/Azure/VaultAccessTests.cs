using static System.Net.Http.HttpMethod;

namespace ByokConsole.Tests.Sandbox.Azure;

/// <summary>Who gets into a vault: token, network, right, in that order.</summary>
[Collection(AzureSandbox.Name)]
public sealed class VaultAccessTests(AzureSandbox sandbox) : AzureTests(sandbox)
{
    private const string Keys = "https://kv-orders-eus.vault.azure.net/keys?" + Version;

    [Fact]
    public async Task Without_a_token_the_vault_says_where_to_get_one_even_for_what_does_not_exist()
    {
        foreach (var path in (string[])["/keys", "/keys/nowhere", "/nothing/at/all"])
        {
            var challenge = (await WithTokenAsync(Get, $"https://kv-orders-eus.vault.azure.net{path}", null)).Expect(401);
            Assert.Equal($"Bearer authorization=\"https://login.windows.net/{Tenant}\", resource=\"https://vault.azure.net\"", challenge.Header("WWW-Authenticate"));
            Assert.Equal("eastus", challenge.Header("x-ms-keyvault-region"));
        }
    }

    [Theory]
    [InlineData("https://management.azure.com/.default", "AKV10022")]
    [InlineData("https://graph.microsoft.com/.default", "AKV10022")]
    public async Task A_token_for_another_audience_is_challenged_again(string scope, string code)
    {
        var token = (await TokenAsync(scope)).Expect(200)["access_token"];

        var refused = (await WithTokenAsync(Get, Keys, token)).Expect(401);

        Assert.Contains(code, refused["error.message"], StringComparison.Ordinal);
        Assert.NotNull(refused.Header("WWW-Authenticate"));
    }

    [Fact]
    public async Task A_token_that_was_tampered_with_is_refused()
    {
        var token = (await TokenAsync(null)).Expect(200)["access_token"]!;
        var parts = token.Split('.');
        var forged = $"{parts[0]}.{parts[1][..^2]}AA.{parts[2]}";

        (await WithTokenAsync(Get, Keys, token)).Expect(200);
        (await WithTokenAsync(Get, Keys, forged)).Expect(401);
        (await WithTokenAsync(Get, Keys, "not.a.token")).Expect(401);
        (await WithTokenAsync(Get, Keys, $"{parts[0]}.{parts[1]}.")).Expect(401);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?api-version=1.0")]
    [InlineData("?api-version=latest")]
    public async Task Without_a_version_of_the_api_that_exists_nothing_is_answered(string query)
        => Assert.Contains("api-version", (await Cloud.AzureAsync(Get, $"https://kv-orders-eus.vault.azure.net/keys{query}")).Expect(400)["error.message"], StringComparison.Ordinal);

    [Fact]
    public async Task A_principal_without_a_role_is_told_action_resource_and_that_roles_take_time()
    {
        var (_, token) = await PrincipalAsync();

        var refused = (await WithTokenAsync(Get, $"https://kv-orders-eus.vault.azure.net/keys/orders-cmk?{Version}", token)).Expect(403);

        Assert.Equal("ForbiddenByRbac", refused["error.innererror.code"]);
        Assert.Contains("Microsoft.KeyVault/vaults/keys/read", refused["error.message"], StringComparison.Ordinal);
        Assert.Equal(403, (await WithTokenAsync(Get, $"https://kv-orders-eus.vault.azure.net/keys/nowhere?{Version}", token)).Status);
    }

    [Fact]
    public async Task A_role_counts_once_it_has_spread_and_not_before()
    {
        (await Cloud.ControlAsync(Patch, "/settings", Object("""{"propagationSeconds":600}"""))).Expect(204);
        var (principal, token) = await PrincipalAsync();
        (await ArmAsync(Put, Assignment("kv-orders-eus"), Role(principal))).Expect(201);

        Assert.Equal("ForbiddenByRbac", (await WithTokenAsync(Get, Keys, token)).Expect(403)["error.innererror.code"]);
        (await Cloud.ControlAsync(Post, "/clock", Object("""{"advanceSeconds":601}"""))).Expect(200);

        (await WithTokenAsync(Get, Keys, token)).Expect(200);
    }

    [Fact]
    public async Task A_role_at_one_vault_opens_no_other_and_its_removal_closes_it()
    {
        var (principal, token) = await PrincipalAsync();
        var path = Assignment("kv-orders-eus");
        (await ArmAsync(Put, path, Role(principal))).Expect(201);

        (await WithTokenAsync(Get, Keys, token)).Expect(200);
        (await WithTokenAsync(Get, $"https://kv-orders-neu.vault.azure.net/keys?{Version}", token)).Expect(403);
        (await ArmAsync(Delete, path)).Expect(200);
        (await WithTokenAsync(Get, Keys, token)).Expect(403);
    }

    [Theory]
    [InlineData("kv-walled-eus", "ForbiddenByFirewall")]
    [InlineData("kv-trusted-eus", "ForbiddenByFirewall")]
    public async Task Each_way_of_being_kept_out_has_its_own_inner_code(string vault, string code)
        => Assert.Equal(code, (await VaultAsync(Post, "/keys/orders-cmk/wrapkey", Object("""{"alg":"RSA-OAEP","value":"AAAA"}"""), vault)).Expect(403)["error.innererror.code"]);

    [Fact]
    public async Task Where_access_policies_decide_a_role_counts_for_nothing()
    {
        var (principal, token) = await PrincipalAsync();
        (await ArmAsync(Put, Assignment("kv-policies-eus"), Role(principal))).Expect(201);

        var refused = (await WithTokenAsync(Get, $"https://kv-policies-eus.vault.azure.net/keys?{Version}", token)).Expect(403);

        Assert.Equal("ForbiddenByPolicy", refused["error.innererror.code"]);
    }

    [Fact]
    public async Task A_vault_closed_to_public_networks_refuses_the_connection()
    {
        (await Cloud.ControlAsync(Patch, "/vaults/kv-orders-eus", Object("""{"publicNetworkAccess":"Disabled"}"""))).Expect(200);

        Assert.Equal("ForbiddenByConnection", (await VaultAsync(Get, "/keys")).Expect(403)["error.innererror.code"]);
    }

    [Fact]
    public async Task A_vault_of_another_tenant_refuses_the_issuer()
    {
        (await Cloud.ControlAsync(Patch, "/vaults/kv-orders-eus", Object("""{"tenantId":"11111111-2222-4333-8444-555555555555"}"""))).Expect(200);

        var refused = (await VaultAsync(Get, "/keys")).Expect(401);

        Assert.Contains("AKV10032", refused["error.message"], StringComparison.Ordinal);
        Assert.Contains("11111111-2222-4333-8444-555555555555", refused.Header("WWW-Authenticate"), StringComparison.Ordinal);
    }

    /// <summary>A principal other than the operator's, and its token for vaults.</summary>
    private async Task<(string Principal, string Token)> PrincipalAsync()
    {
        var (application, secret) = await ApplicationAsync();
        var principal = (await Cloud.AzureAsync(Get, $"https://graph.microsoft.com/v1.0/servicePrincipals(appId='{application}')")).Expect(200)["id"]!;
        return (principal, (await TokenAsync(null, client: application, secret: secret)).Expect(200)["access_token"]!);
    }
}
