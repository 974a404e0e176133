using System.Net;
using ByokConsole.Core.Clouds;
using ByokConsole.Core.Identifiers;
using ByokConsole.Core.Ports;
using ByokConsole.Core.Vaults;

namespace ByokConsole.Tests.Adapters.AzureCloud;

public sealed class ArmVaultsTests : IDisposable
{
    private static readonly VaultResourceId Id = VaultResourceId.Parse(VaultScript.VaultId);
    private readonly CloudPorts _ports = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _ports.Dispose();

    [Fact]
    public async Task A_vault_is_read_by_one_request_at_the_pinned_version()
    {
        Serve(""","enableRbacAuthorization":true,"enablePurgeProtection":true,"softDeleteRetentionInDays":90""");

        var answer = await _ports.Vaults.GetAsync(Id, Cancellation);

        Assert.True(answer.IsOk, answer.Fault?.Message);
        Assert.Equal(
            ("kv-orders-eus", "eastus", CloudPorts.Tenant, true, true, 90, "premium"),
            (answer.Value.Name, answer.Value.Location, answer.Value.TenantId, answer.Value.RbacEnabled, answer.Value.PurgeProtection,
                answer.Value.RetentionDays, answer.Value.Sku));
        Assert.Equal(new DateTimeOffset(2026, 11, 24, 10, 0, 0, TimeSpan.Zero), answer.CloudTime);
        var request = Assert.Single(_ports.Cloud.SeenAt("management.azure.com"));
        Assert.Equal((VaultScript.VaultId, "?api-version=2026-02-01"), (request.Uri.AbsolutePath, request.Uri.Query));
        Assert.Equal("Bearer " + CloudPorts.Token, request.Authorization);
    }

    [Fact]
    public async Task Absent_switches_mean_off_and_an_absent_firewall_means_open()
    {
        Serve("");

        var vault = (await _ports.Vaults.GetAsync(Id, Cancellation)).Value;

        Assert.Equal((false, false, null), (vault.RbacEnabled, vault.PurgeProtection, vault.RetentionDays));
        Assert.Equal(VaultNetwork.Open, vault.Network);
    }

    [Theory]
    [InlineData("""{"defaultAction":"Deny","bypass":"None"}""", null, false, false)]
    [InlineData("""{"defaultAction":"deny","bypass":"azureservices"}""", "Enabled", false, true)]
    [InlineData("""{"defaultAction":"Deny"}""", null, false, true)]
    [InlineData("""{"defaultAction":"Allow","bypass":"None"}""", "enabled", true, false)]
    [InlineData("""{"defaultAction":"Allow","bypass":"AzureServices"}""", "disabled", false, true)]
    [InlineData("null", "Disabled", false, true)]
    public async Task The_firewall_is_read_as_Azure_means_it(string acls, string? publicAccess, bool isPublic, bool bypass)
    {
        Serve($$""","networkAcls":{{acls}}{{(publicAccess is null ? "" : $",\"publicNetworkAccess\":\"{publicAccess}\"")}}""");

        var vault = (await _ports.Vaults.GetAsync(Id, Cancellation)).Value;

        Assert.Equal(new VaultNetwork(isPublic, bypass), vault.Network);
    }

    [Theory]
    [InlineData(403, "AuthorizationFailed", FaultKind.Forbidden)]
    [InlineData(404, "ResourceNotFound", FaultKind.NotFound)]
    [InlineData(404, "SubscriptionNotFound", FaultKind.NotFound)]
    [InlineData(401, "InvalidAuthenticationToken", FaultKind.Unauthenticated)]
    [InlineData(400, "InvalidApiVersionParameter", FaultKind.Invalid)]
    [InlineData(503, "ServiceUnavailable", FaultKind.CloudError)]
    public async Task Refusals_of_Resource_Manager_are_faults(int status, string code, FaultKind kind)
    {
        _ports.Cloud.On(HttpMethod.Get, VaultScript.Arm, (HttpStatusCode)status, VaultScript.Error(code));

        var fault = (await _ports.Once<IVaults>().GetAsync(Id, Cancellation)).Fault;

        Assert.Equal((CloudService.ResourceManager, kind, (int?)status, code), (fault?.Service, fault?.Kind, fault?.Status, fault?.Code));
    }

    [Theory]
    [InlineData("<html></html>")]
    [InlineData("""{"id":"x","properties":{}}""")]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("{\"id\":\"/subscriptions/")]
    public async Task An_answer_that_is_no_vault_is_malformed(string body)
    {
        _ports.Cloud.On(HttpMethod.Get, VaultScript.Arm, HttpStatusCode.OK, body);

        Assert.Equal(FaultKind.Malformed, (await _ports.Vaults.GetAsync(Id, Cancellation)).Fault?.Kind);
        Assert.Equal(FaultKind.Malformed, (await _ports.Vaults.ListAsync(CloudPorts.Subscription, Cancellation)).Fault?.Kind);
    }

    [Fact]
    public async Task Subscriptions_and_the_vaults_of_one_are_listed()
    {
        _ports.Cloud
            .On(HttpMethod.Get, $"{VaultScript.Arm}/subscriptions?", HttpStatusCode.OK, $$"""
                {"value":[{"id":"/subscriptions/{{CloudPorts.Subscription}}","subscriptionId":"{{CloudPorts.Subscription}}","displayName":"Streaming","tenantId":"{{CloudPorts.Tenant}}","state":"Enabled"}]}
                """)
            .On(HttpMethod.Get, $"{VaultScript.Arm}/subscriptions/{CloudPorts.Subscription}/providers/Microsoft.KeyVault/vaults?", HttpStatusCode.OK,
                $$"""{"value":[{{VaultScript.VaultBody()}}]}""");

        var subscriptions = await _ports.Vaults.ListSubscriptionsAsync(Cancellation);
        var vaults = await _ports.Vaults.ListAsync(CloudPorts.Subscription, Cancellation);

        Assert.Equal([new AzureSubscription(CloudPorts.Subscription, "Streaming", CloudPorts.Tenant)], subscriptions.Value);
        Assert.NotNull(subscriptions.CloudTime);
        Assert.Equal([Id], vaults.Value.Select(vault => vault.Id));
    }

    [Fact]
    public async Task A_read_that_fails_in_passing_is_repeated()
    {
        var failures = 1;
        _ports.Cloud.On(HttpMethod.Get, VaultScript.Arm, _ => failures-- > 0
            ? ScriptedCloud.Answer(HttpStatusCode.ServiceUnavailable, "")
            : ScriptedCloud.Answer(HttpStatusCode.OK, VaultScript.VaultBody()));

        Assert.True((await _ports.Vaults.GetAsync(Id, Cancellation)).IsOk);
    }

    private void Serve(string properties)
        => _ports.Cloud.On(HttpMethod.Get, VaultScript.Arm, HttpStatusCode.OK, VaultScript.VaultBody(properties));
}
