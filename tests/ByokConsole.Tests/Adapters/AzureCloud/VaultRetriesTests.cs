using System.Net;
using ByokConsole.Core.Clouds;
using ByokConsole.Core.Identifiers;
using ByokConsole.Core.Ports;

namespace ByokConsole.Tests.Adapters.AzureCloud;

public sealed class VaultRetriesTests : IDisposable
{
    private static readonly KeyIdentifier Key = KeyIdentifier.Create("kv-orders-eus", "orders-cmk");
    private readonly CloudPorts _ports = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _ports.Dispose();

    [Fact]
    public async Task A_post_whose_reply_is_lost_is_sent_once_and_its_outcome_is_unknown()
    {
        _ports.Cloud.WithVault(ScriptedCloud.LoseReply);

        var fault = (await _ports.Keys.CreateRsaAsync("kv-orders-eus", "new-cmk", 2048, Cancellation)).Fault;

        Assert.Equal(FaultKind.Unreachable, fault?.Kind);
        Assert.True(fault?.OutcomeUnknown);
        Assert.Single(_ports.Cloud.Seen, request => request.Uri.Host == VaultScript.VaultHost && request.Authorization is not null);
    }

    [Fact]
    public async Task A_post_answered_with_500_is_sent_once_and_its_outcome_is_unknown()
    {
        _ports.Cloud.WithVault(_ => ScriptedCloud.Answer(HttpStatusCode.InternalServerError, "odd"));

        var fault = (await _ports.Keys.CreateRsaAsync("kv-orders-eus", "new-cmk", 2048, Cancellation)).Fault;

        Assert.Equal((FaultKind.CloudError, true), (fault?.Kind, fault?.OutcomeUnknown));
        Assert.Single(_ports.Cloud.Seen, request => request.Uri.Host == VaultScript.VaultHost && request.Authorization is not null);
    }

    [Fact]
    public async Task A_get_whose_reply_is_lost_is_sent_again()
    {
        var losses = 1;
        _ports.Cloud.WithVault(request => losses-- > 0 ? ScriptedCloud.LoseReply(request) : ScriptedCloud.Answer(HttpStatusCode.OK, VaultScript.Key()));

        var answer = await _ports.Keys.GetAsync(Key, Cancellation);

        Assert.True(answer.IsOk, answer.Fault?.Message);
        Assert.Equal(2, _ports.Cloud.Seen.Count(request => request.Uri.Host == VaultScript.VaultHost && request.Authorization is not null));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_check_asks_once(bool lost)
    {
        _ports.Cloud.WithVault(request => lost ? ScriptedCloud.LoseReply(request) : ScriptedCloud.Answer(HttpStatusCode.ServiceUnavailable, ""));

        var fault = (await _ports.Once<IVaultKeys>().GetAsync(Key, Cancellation)).Fault;

        Assert.Equal(lost ? FaultKind.Unreachable : FaultKind.CloudError, fault?.Kind);
        Assert.Single(_ports.Cloud.Seen, request => request.Uri.Host == VaultScript.VaultHost && request.Authorization is not null);
    }

    [Fact]
    public async Task An_unknown_vault_is_a_finding_at_once()
    {
        _ports.Cloud.On(HttpMethod.Get, VaultScript.Vault, _ => throw new HttpRequestException(HttpRequestError.NameResolutionError, "no such host"));

        var fault = (await _ports.Keys.GetAsync(Key, Cancellation)).Fault;

        Assert.Equal((FaultKind.Unreachable, false), (fault?.Kind, fault?.OutcomeUnknown));
        Assert.Contains("no such host", fault?.Message, StringComparison.Ordinal);
        Assert.Single(_ports.Cloud.Seen);
    }
}
