using System.Text.Json.Nodes;
using ByokConsole.Tests.Contracts;

namespace ByokConsole.Tests.Web.Api;

/// <summary>What the console answers in Confluent's shapes is what Confluent's published contract says.</summary>
public sealed class ConfluentContractTests(ApiConsole api) : IClassFixture<ApiConsole>
{
    [Theory]
    [InlineData("GET /byok/v1/keys", "/api/byok/v1/keys", 200)]
    [InlineData("GET /byok/v1/keys/{id}", "/api/byok/v1/keys/cck-st4g1", 200)]
    [InlineData("GET /byok/v1/keys/{id}", "/api/byok/v1/keys/cck-none", 404)]
    [InlineData("GET /cmk/v2/clusters", "/api/cmk/v2/clusters?environment=env-4mq7d", 200)]
    [InlineData("GET /cmk/v2/clusters/{id}", "/api/cmk/v2/clusters/lkc-st4g1n?environment=env-4mq7d", 200)]
    public async Task What_is_passed_on(string operation, string path, int status)
    {
        var answer = await api.AskAsCallerAsync(HttpMethod.Get, path);

        Assert.Equal(status, answer.Status);
        Assert.Empty(ConfluentContract.Violations($"{operation} {status}", answer.Text));
    }

    [Fact]
    public async Task What_is_created_and_what_the_checks_refuse()
    {
        var key = await api.OwnKeyAsync();
        var body = new JsonObject
        {
            ["display_name"] = "contract",
            ["key"] = new JsonObject
            {
                ["kind"] = "AzureKey", ["key_id"] = (string)key["key_id"]!, ["key_vault_id"] = (string)key["key_vault_id"]!, ["tenant_id"] = (string)key["tenant_id"]!,
            },
        };

        var unauthorized = await api.AskAsync(HttpMethod.Post, "/api/byok/v1/keys", body);
        var created = await api.AskAsCallerAsync(HttpMethod.Post, "/api/byok/v1/keys", body);
        body["key"]!["key_id"] = "https://kv-orders-weu.vault.azure.net/keys/none";
        var refused = await api.AskAsCallerAsync(HttpMethod.Post, "/api/byok/v1/keys", body);

        Assert.Equal((401, 201, 422), (unauthorized.Status, created.Status, refused.Status));
        Assert.Empty(ConfluentContract.Violations("POST /byok/v1/keys 401", unauthorized.Text));
        Assert.Empty(ConfluentContract.Violations("POST /byok/v1/keys 201", created.Text));
        Assert.Empty(ConfluentContract.Violations("POST /byok/v1/keys 422", refused.Text));
    }

    /// <summary>The contract's own proof: a field that is missing or of another type is found.</summary>
    [Theory]
    [InlineData("GET /byok/v1/keys/{id} 200", """{"api_version":"byok/v1","kind":"Key","id":"cck-1","key":{"kind":"AzureKey","key_id":"x","key_vault_id":"y","tenant_id":"z"},"provider":"Azure","validation":{"phase":"VALID"}}""")]
    [InlineData("POST /byok/v1/keys 422", """{"errors":[{"id":5}]}""")]
    [InlineData("POST /byok/v1/keys 422", """{"error":[]}""")]
    [InlineData("GET /cmk/v2/clusters 200", """{"api_version":"cmk/v2","kind":"ClusterList","metadata":{},"data":{}}""")]
    public void A_body_that_breaks_it_is_reported(string operation, string body)
        => Assert.NotEmpty(ConfluentContract.Violations(operation, body));
}
