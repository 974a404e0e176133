using System.Text;
using System.Text.Json.Nodes;
using ByokConsole.Sandbox.ConfluentCloud;
using ByokConsole.Tests.Contracts;

namespace ByokConsole.Tests.Sandbox.ConfluentCloud;

/// <summary>The watch over the contract sees what it is there for: a field that is misspelt on either side, in each of the four APIs.</summary>
[Collection(ConfluentSandbox.Name)]
public sealed class MisspellingTests(ConfluentSandbox sandbox) : ConfluentTests(sandbox)
{
    [Theory]
    [InlineData("/byok/v1/keys/cck-st4g1", "/byok/v1/keys/{id}", "display_name", "displayname")]
    [InlineData("/cmk/v2/clusters/lkc-st4g1n?environment=env-4mq7d", "/cmk/v2/clusters/{id}", "kafka_bootstrap_endpoint", "bootstrap_endpoint")]
    [InlineData("/org/v2/environments/env-4mq7d", "/org/v2/environments/{id}", "display_name", "name")]
    [InlineData("/networking/v1/networks/n-pl3us?environment=env-9kx2v", "/networking/v1/networks/{id}", "connection_types", "connection_type")]
    public async Task In_an_answer_it_is_reported(string path, string published, string member, string misspelt)
    {
        var text = (await Cloud.ConfluentAsync(HttpMethod.Get, path)).Expect(200).Text;
        Assert.Contains($"\"{member}\"", text, StringComparison.Ordinal);
        Assert.Empty(ConfluentContract.Violations($"GET {published} 200", text));

        var violations = ConfluentContract.Violations($"GET {published} 200", text.Replace($"\"{member}\"", $"\"{misspelt}\"", StringComparison.Ordinal));

        Assert.Contains(violations, violation => violation.Contains(misspelt, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("POST", "byok/v1/keys", """{"key":{"kind":"AzureKey","key_id":"k","key_vault_id":"v","tenant_id":"t"},"displayname":"orders"}""", "", 201, "/displayname")]
    [InlineData("POST", "byok/v1/keys", """{"key":{"kind":"AzureKey","key_id":"k","key_vault_id":"v","tenantId":"t"}}""", "", 201, "tenantId")]
    [InlineData("POST", "cmk/v2/clusters", """{"spec":{"display_name":"a","availability":"SINGLE_ZONE","cloud":"AZURE","region":"eastus","config":{"kind":"Dedicated","cku":1},"environment":{"id":"env-1"},"byok_key":{"id":"cck-1"}}}""", "", 202, "/spec/byok_key")]
    [InlineData("GET", "cmk/v2/clusters", "", "environment_id", 200, "environment_id")]
    [InlineData("GET", "org/v2/environments", "", "pageSize", 200, "pageSize")]
    [InlineData("GET", "networking/v1/networks", "", "environment,pageSize", 200, "pageSize")]
    public void In_a_request_that_was_taken_it_is_reported(string method, string path, string body, string query, int status, string told)
    {
        var exchange = new Exchange(method, path.Split('/'), query.Split(',', StringSplitOptions.RemoveEmptyEntries), Encoding.UTF8.GetBytes(body), status, null);

        Assert.Contains(ExchangeRules.Violations(exchange), violation => violation.Contains(told, StringComparison.Ordinal));
        Assert.DoesNotContain(ExchangeRules.Violations(exchange with { Status = 400, Answer = "{\"errors\":[{}]}" }), violation => violation.Contains(told, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_right_is_not()
    {
        var created = JsonNode.Parse("""{"key":{"kind":"AzureKey","key_id":"k","key_vault_id":"v","tenant_id":"t"},"display_name":"orders"}""")!;
        var answer = (await Cloud.ConfluentAsync(HttpMethod.Get, "/byok/v1/keys/cck-st4g1")).Expect(200).Text;

        Assert.Empty(ExchangeRules.Violations(new Exchange("POST", ["byok", "v1", "keys"], [], Encoding.UTF8.GetBytes(created.ToJsonString()), 201, answer)));
    }
}
