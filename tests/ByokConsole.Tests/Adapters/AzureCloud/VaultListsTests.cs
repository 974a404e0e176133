using System.Net;
using ByokConsole.Core.Clouds;
using ByokConsole.Core.Identifiers;

namespace ByokConsole.Tests.Adapters.AzureCloud;

public sealed class VaultListsTests : IDisposable
{
    private static readonly KeyIdentifier Key = KeyIdentifier.Create("kv-orders-eus", "orders-cmk");
    private readonly CloudPorts _ports = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _ports.Dispose();

    [Fact]
    public async Task Lists_are_followed_page_by_page_and_versions_come_newest_first()
    {
        _ports.Cloud.WithVault(request => ScriptedCloud.Answer(HttpStatusCode.OK, request.Uri.Query.Contains("skip", StringComparison.Ordinal)
            ? Page(new string('2', 32), 1790000200, null)
            : Page(new string('1', 32), 1790000100, $"{VaultScript.Vault}/keys/orders-cmk/versions?api-version=7.6&$skiptoken=next")));

        var answer = await _ports.Keys.ListVersionsAsync(Key, Cancellation);

        Assert.True(answer.IsOk, answer.Fault?.Message);
        Assert.Equal([new string('2', 32), new string('1', 32)], answer.Value.Select(item => item.Id.Version));
    }

    [Theory]
    [InlineData("https://evil.example/keys")]
    [InlineData("http://kv-orders-eus.vault.azure.net/keys")]
    [InlineData("https://kv-orders-eus.vault.azure.net:8443/keys")]
    [InlineData("https://user@kv-orders-eus.vault.azure.net/keys")]
    [InlineData("https://kv-other.vault.azure.net/keys")]
    [InlineData("/keys?page=2")]
    public async Task A_next_page_elsewhere_is_not_asked_for(string next)
    {
        _ports.Cloud.WithVault(_ => ScriptedCloud.Answer(HttpStatusCode.OK, Page(VaultScript.KeyVersion, 1, next)));

        var fault = (await _ports.Keys.ListAsync("kv-orders-eus", Cancellation)).Fault;

        Assert.Equal(FaultKind.Malformed, fault?.Kind);
        Assert.Equal(2, _ports.Cloud.Seen.Count(request => request.Uri.Host != "login.microsoftonline.com"));
    }

    [Fact]
    public async Task A_list_that_never_ends_is_given_up()
    {
        _ports.Cloud.WithVault(_ => ScriptedCloud.Answer(HttpStatusCode.OK, Page(VaultScript.KeyVersion, 1, $"{VaultScript.Vault}/keys?again")));

        var fault = (await _ports.Keys.ListAsync("kv-orders-eus", Cancellation)).Fault;

        Assert.Equal(FaultKind.Malformed, fault?.Kind);
    }

    private static string Page(string version, long created, string? next)
        => $$$"""
            {"value":[{"kid":"{{{VaultScript.Vault}}}/keys/orders-cmk/{{{version}}}","attributes":{"enabled":true,"created":{{{created}}}}}],
             "nextLink":{{{(next is null ? "null" : $"\"{next}\"")}}}}
            """;
}
