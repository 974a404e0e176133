using System.Net;
using ByokConsole.Adapters.AzureCloud;
using ByokConsole.Core.Clouds;
using ByokConsole.Core.Identifiers;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace ByokConsole.Tests.Adapters.AzureCloud;

/// <summary>Whom a token may be shown to, and for which tenant it may be asked.</summary>
public sealed class VaultAccessTests : IDisposable
{
    private static readonly KeyIdentifier Key = KeyIdentifier.Create("kv-orders-eus", "orders-cmk");
    private readonly CloudPorts _ports = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _ports.Dispose();

    [Theory]
    [InlineData("https://kv-orders-eus.vault.azure.net/", true)]
    [InlineData("https://KV-ORDERS-EUS.VAULT.AZURE.NET/keys/a?api-version=7.6", true)]
    [InlineData("http://kv-orders-eus.vault.azure.net/", false)]
    [InlineData("https://kv-orders-eus.vault.azure.net:8443/", false)]
    [InlineData("https://user@kv-orders-eus.vault.azure.net/", false)]
    [InlineData("https://a.kv-orders-eus.vault.azure.net/", false)]
    [InlineData("https://kv-orders-eus.vault.azure.net.evil.example/", false)]
    [InlineData("https://evil.example/kv-orders-eus.vault.azure.net/", false)]
    [InlineData("https://kv--orders.vault.azure.net/", false)]
    [InlineData("https://vault.azure.net/", false)]
    [InlineData("https://kv-orders-eus.managedhsm.azure.net/", false)]
    [InlineData("https://kv-orders-eus.vault.azure.cn/", false)]
    [InlineData("https://169.254.169.254/", false)]
    public void Only_one_label_before_the_suffix_is_a_vault(string address, bool isVault)
        => Assert.Equal(isVault, VaultAddress.IsVault(new Uri(address)));

    [Property]
    public Property Whatever_stands_for_a_vault_name_nothing_but_that_vault_is_asked()
        => Prop.ForAll(
            Gen.OneOf(
                ArbMap.Default.GeneratorFor<string>(),
                Gen.Elements("kv-ok", "a/b", "evil.example/", "x@y", "kv:443", "kv?", "kv#", "..", "a.b", "kv-orders-eus\n", "ＫＶ-orders", "")).ToArbitrary(),
            name =>
            {
                using var ports = new CloudPorts();
                ports.Cloud.On(HttpMethod.Get, "https://", HttpStatusCode.NotFound, "{}");

                var answer = ports.Keys.ListAsync(name, CancellationToken.None).GetAwaiter().GetResult();

                return VaultName.IsValid(name)
                    ? ports.Cloud.Seen.All(
                        request => request.Uri.Host.Equals($"{name}.vault.azure.net", StringComparison.OrdinalIgnoreCase))
                    : answer.Fault?.Kind == FaultKind.Refused && ports.Cloud.Seen.Count == 0;
            });

    [Theory]
    [InlineData("")]
    [InlineData("a/b")]
    [InlineData("a?b=c")]
    [InlineData("../secrets/x")]
    public async Task Only_a_key_name_is_put_into_a_path(string keyName)
    {
        var fault = (await _ports.Keys.CreateRsaAsync("kv-orders-eus", keyName, 2048, Cancellation)).Fault;

        Assert.Equal((FaultKind.Refused, false), (fault?.Kind, fault?.OutcomeUnknown));
        Assert.Empty(_ports.Cloud.Seen);
    }

    [Fact]
    public async Task No_token_is_asked_for_a_tenant_that_is_not_configured()
    {
        _ports.Cloud.WithVault(_ => ScriptedCloud.Answer(HttpStatusCode.OK, VaultScript.Key()), CloudPorts.OtherTenant);

        var fault = (await _ports.Keys.GetAsync(Key, Cancellation)).Fault;

        Assert.Equal(FaultKind.Refused, fault?.Kind);
        Assert.Contains(CloudPorts.OtherTenant.ToString(), fault?.Message, StringComparison.Ordinal);
        Assert.Contains("Azure:AdditionalTenantIds", fault?.Message, StringComparison.Ordinal);
        Assert.Empty(_ports.Cloud.SeenAt("login.microsoftonline.com"));
    }

    [Fact]
    public async Task A_further_configured_tenant_is_asked_for_its_own_vaults()
    {
        using var ports = new CloudPorts(CloudPorts.Connection with { AdditionalTenantIds = [CloudPorts.OtherTenant] });
        ports.Cloud.WithVault(_ => ScriptedCloud.Answer(HttpStatusCode.OK, VaultScript.Key()), CloudPorts.OtherTenant);

        var answer = await ports.Keys.GetAsync(Key, Cancellation);

        Assert.True(answer.IsOk, answer.Fault?.Message);
        Assert.StartsWith($"/{CloudPorts.OtherTenant}/", Assert.Single(ports.Cloud.SeenAt("login.microsoftonline.com")).Uri.AbsolutePath, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("https://management.azure.com")]
    [InlineData("https://vault.azure.net.evil.example")]
    public async Task A_challenge_that_names_another_resource_gets_no_token(string resource)
    {
        _ports.Cloud.WithVault(_ => ScriptedCloud.Answer(HttpStatusCode.OK, VaultScript.Key()), resource: resource);

        var fault = (await _ports.Keys.GetAsync(Key, Cancellation)).Fault;

        Assert.Equal(FaultKind.Refused, fault?.Kind);
        Assert.Empty(_ports.Cloud.SeenAt("login.microsoftonline.com"));
    }
}
