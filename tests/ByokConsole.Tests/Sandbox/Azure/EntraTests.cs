using System.Buffers.Text;
using System.Text.Json.Nodes;
using static System.Net.Http.HttpMethod;

namespace ByokConsole.Tests.Sandbox.Azure;

/// <summary>Tokens, and Entra's words when there is none.</summary>
[Collection(AzureSandbox.Name)]
public sealed class EntraTests(AzureSandbox sandbox) : AzureTests(sandbox)
{
    [Theory]
    [InlineData("https://vault.azure.net/.default", "https://vault.azure.net")]
    [InlineData("https://management.azure.com//.default", "https://management.azure.com")]
    [InlineData("https://graph.microsoft.com/.default openid", "https://graph.microsoft.com")]
    public async Task A_token_names_its_audience_tenant_application_and_end(string scope, string audience)
    {
        var answer = (await TokenAsync(scope)).Expect(200);
        var claims = JsonNode.Parse(Base64Url.DecodeFromChars(answer["access_token"]!.Split('.')[1]))!;

        Assert.Equal((audience, Tenant, Cloud.Environment.ClientId), ((string?)claims["aud"], (string?)claims["tid"], (string?)claims["appid"]));
        Assert.InRange((long)claims["exp"]! - DateTimeOffset.UtcNow.ToUnixTimeSeconds(), 60, 24 * 3600);
        Assert.Equal("Bearer", answer["token_type"]);
    }

    [Fact]
    public async Task A_wrong_secret_is_an_invalid_client()
        => await RefusedAsync(secret: "wrong", status: 401, error: "invalid_client", code: 7000215);

    [Fact]
    public async Task A_tenant_that_does_not_exist_is_not_found()
        => await RefusedAsync(tenant: "11111111-2222-4333-8444-555555555555", status: 400, error: "invalid_request", code: 90002);

    [Fact]
    public async Task An_application_that_does_not_exist_is_unauthorized()
        => await RefusedAsync(client: Guid.NewGuid().ToString(), status: 400, error: "unauthorized_client", code: 700016);

    [Theory]
    [InlineData("")]
    [InlineData("https://example.com/.default")]
    [InlineData("https://vault.azure.net/.default https://graph.microsoft.com/.default")]
    [InlineData("https://vault.azure.net")]
    public async Task A_scope_that_names_no_one_resource_is_invalid(string scope)
        => await RefusedAsync(scope: scope, status: 400, error: "invalid_scope", code: 70011);

    [Fact]
    public async Task Another_grant_than_client_credentials_is_not_served()
        => await RefusedAsync(grant: "password", status: 400, error: "unsupported_grant_type", code: 70003);

    [Fact]
    public async Task The_signing_key_is_published_where_the_discovery_document_says()
    {
        var discovery = (await WithTokenAsync(Get, $"https://login.microsoftonline.com/{Tenant}/v2.0/.well-known/openid-configuration", null)).Expect(200);
        var keys = (await WithTokenAsync(Get, discovery["jwks_uri"]!, null)).Expect(200).At("keys")!.AsArray();
        var token = (await TokenAsync(null)).Expect(200)["access_token"]!;

        var header = JsonNode.Parse(Base64Url.DecodeFromChars(token.Split('.')[0]))!;
        Assert.Contains(keys, key => (string?)key!["kid"] == (string?)header["kid"]);
    }

    private async Task RefusedAsync(
        int status, string error, int code, string? scope = null, string? tenant = null, string? client = null, string? secret = null, string grant = "client_credentials")
    {
        var refused = (await TokenAsync(scope, tenant, client, secret, grant)).Expect(status);

        Assert.Equal(error, refused["error"]);
        Assert.StartsWith($"AADSTS{code}: ", refused["error_description"], StringComparison.Ordinal);
        Assert.Equal(code, (int)refused.At("error_codes")![0]!);
        Assert.DoesNotContain(Cloud.Environment.ClientSecret, refused.Text, StringComparison.Ordinal);
    }
}
