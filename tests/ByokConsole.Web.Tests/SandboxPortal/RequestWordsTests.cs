using ByokConsole.Adapters.Sandboxes;
using ByokConsole.Web.Features.SandboxPortal;

namespace ByokConsole.Web.Tests.SandboxPortal;

/// <summary>A request in words.</summary>
public sealed class RequestWordsTests
{
    private const string Vault = "kv-a.vault.azure.net";
    private const string Arm = "management.azure.com";
    private const string AtVault = "/subscriptions/s/resourceGroups/g/providers/Microsoft.KeyVault/vaults/kv-a";
    private const string Confluent = "api.confluent.cloud";
    private const string Control = "sandbox.byokconsole.test";

    [Theory]
    [InlineData("GET", Vault, "/keys", "listed the keys of kv-a")]
    [InlineData("GET", Vault, "/keys/k", "read kv-a/k")]
    [InlineData("POST", Vault, "/keys/k/wrapkey", "wrapped with kv-a/k")]
    [InlineData("POST", Vault, "/keys/k/0123/unwrapkey", "unwrapped with kv-a/k")]
    [InlineData("POST", Vault, "/keys/k/create", "created kv-a/k")]
    [InlineData("POST", Vault, "/keys/k/rotate", "rotated kv-a/k")]
    [InlineData("PATCH", Vault, "/keys/k", "changed kv-a/k")]
    [InlineData("DELETE", Vault, "/keys/k", "deleted kv-a/k")]
    [InlineData("DELETE", Vault, "/deletedkeys/k", "purged kv-a/k")]
    [InlineData("POST", Vault, "/deletedkeys/k/recover", "recovered kv-a/k")]
    [InlineData("PUT", Vault, "/keys/k/rotationpolicy", "set the rotation policy of kv-a/k")]
    [InlineData("PUT", Arm, AtVault + "/providers/Microsoft.Authorization/roleAssignments/1", "assigned a role at kv-a")]
    [InlineData("DELETE", Arm, AtVault + "/providers/Microsoft.Authorization/roleAssignments/1", "removed a role at kv-a")]
    [InlineData("GET", Arm, AtVault, "read kv-a")]
    [InlineData("GET", Arm, "/subscriptions/s/providers/Microsoft.KeyVault/vaults", "listed vaults")]
    [InlineData("GET", Arm, "/subscriptions/s/providers/Microsoft.Insights/eventtypes/management/values", "read the activity log")]
    [InlineData("POST", "login.microsoftonline.com", "/t/oauth2/v2.0/token", "signed in")]
    [InlineData("PATCH", "graph.microsoft.com", "/v1.0/servicePrincipals(appId='a')", "created a service principal")]
    [InlineData("POST", Confluent, "/byok/v1/keys", "registered a key")]
    [InlineData("GET", Confluent, "/byok/v1/keys/cck-1", "read key registration cck-1")]
    [InlineData("GET", Confluent, "/cmk/v2/clusters", "listed clusters")]
    [InlineData("POST", Confluent, "/cmk/v2/clusters", "created a cluster")]
    [InlineData("DELETE", Confluent, "/cmk/v2/clusters/lkc-1", "deleted cluster lkc-1")]
    [InlineData("POST", "api.telemetry.confluent.cloud", "/v2/metrics/cloud/query", "read metrics")]
    [InlineData("POST", Control, "/clock", "moved the clock")]
    [InlineData("PATCH", Control, "/vaults/kv-a/keys/k", "changed kv-a/k")]
    [InlineData("POST", Control, "/vaults/kv-a/keys/k/rotate", "rotated kv-a/k")]
    [InlineData("DELETE", Control, "/vaults/kv-a/keys/k", "deleted kv-a/k")]
    [InlineData("DELETE", Control, "/faults", "cleared the faults")]
    public void What_was_done(string method, string host, string path, string words) => Assert.Equal(words, RequestWords.Of(Request(method, host, path, 200)));

    [Theory]
    [InlineData(403, "403", "tried to wrap with kv-a/k")]
    [InlineData(429, "429", "tried to wrap with kv-a/k")]
    [InlineData(0, "cut", "tried to wrap with kv-a/k")]
    public void What_was_not(int status, string answer, string words)
    {
        var request = Request("POST", Vault, "/keys/k/wrapkey", status);

        Assert.Equal((answer, words), (RequestWords.Answer(request), RequestWords.Of(request)));
    }

    [Theory]
    [InlineData(null, null, "Somebody not signed in")]
    [InlineData("p-1", null, "p-1")]
    [InlineData("p-1", "Confluent", "Confluent")]
    public void Who_asked(string? caller, string? name, string words)
        => Assert.Equal(words, RequestWords.Who(Request("GET", Vault, "/keys", 200) with { Caller = caller, CallerName = name }));

    private static SandboxRequest Request(string method, string host, string path, int status) => new()
    {
        Sequence = 1, At = DateTimeOffset.UnixEpoch, Host = host, Method = method, Path = path, Status = status, RequestId = "id",
    };
}
