using System.Net;
using Azure.Core;
using Azure.Identity;
using ByokConsole.Adapters;
using ByokConsole.Adapters.AzureCloud;
using ByokConsole.Core.Clouds;
using ByokConsole.Core.Identifiers;

namespace ByokConsole.Tests.Adapters.AzureCloud;

public sealed class VaultSignInTests : IDisposable
{
    private static readonly KeyIdentifier Key = KeyIdentifier.Create("kv-orders-eus", "orders-cmk");
    private readonly CloudPorts _ports = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _ports.Dispose();

    [Fact]
    public async Task A_refused_token_is_not_sent_again_and_again()
    {
        _ports.Cloud.WithVault(request => ScriptedCloud.Answer(
            HttpStatusCode.Unauthorized,
            VaultScript.Error("Unauthorized", message: "AKV10032: Invalid issuer."),
            ("WWW-Authenticate", $"""Bearer authorization="https://login.windows.net/{CloudPorts.Tenant}", resource="https://vault.azure.net" """)));

        var fault = (await _ports.Keys.GetAsync(Key, Cancellation)).Fault;

        Assert.Equal((CloudService.KeyVault, FaultKind.Unauthenticated), (fault?.Service, fault?.Kind));
        Assert.Equal(2, _ports.Cloud.SeenAt(VaultScript.VaultHost).Count());
    }

    [Fact]
    public async Task Two_first_requests_at_the_same_time_are_both_signed_in()
    {
        var challenged = 0;
        using var both = new ManualResetEventSlim();
        _ports.Cloud.WithVault(_ => ScriptedCloud.Answer(HttpStatusCode.OK, VaultScript.Key()), whenChallenged: () =>
        {
            if (Interlocked.Increment(ref challenged) == 2)
                both.Set();
            Assert.True(both.Wait(TimeSpan.FromSeconds(30), Cancellation));
        });

        var answers = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => _ports.Keys.GetAsync(Key, Cancellation), Cancellation)));

        Assert.All(answers, answer => Assert.True(answer.IsOk, answer.Fault?.Message));
        Assert.Equal(2, challenged);
    }

    [Fact]
    public async Task A_re_evaluation_of_access_asks_for_a_token_with_the_claims_and_sends_once_more()
    {
        var reEvaluations = 0;
        const string Claims = """{"access_token":{"nbf":{"essential":true,"value":"1790000000"}}}""";
        _ports.Cloud.WithVault(_ => reEvaluations-- > 0
            ? ScriptedCloud.Answer(
                HttpStatusCode.Unauthorized,
                VaultScript.Error("Unauthorized"),
                ("WWW-Authenticate", $"""Bearer authorization="https://login.windows.net/{CloudPorts.Tenant}", error="insufficient_claims", claims="{Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(Claims))}" """))
            : ScriptedCloud.Answer(HttpStatusCode.OK, VaultScript.Key()));

        Assert.True((await _ports.Keys.GetAsync(Key, Cancellation)).IsOk);
        reEvaluations = 1;
        var answer = await _ports.Keys.GetAsync(Key, Cancellation);

        Assert.True(answer.IsOk, answer.Fault?.Message);
        var tokens = _ports.Cloud.SeenAt("login.microsoftonline.com").ToList();
        Assert.Equal(2, tokens.Count);
        Assert.DoesNotContain("1790000000", tokens[0].Body, StringComparison.Ordinal);
        Assert.Contains("1790000000", tokens[1].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_challenge_tells_tenant_and_region_without_any_credential()
    {
        _ports.Cloud.WithVault(_ => ScriptedCloud.Answer(HttpStatusCode.OK, "{}"));

        var answer = await _ports.Keys.ChallengeAsync("kv-orders-eus", Cancellation);

        Assert.Equal((CloudPorts.Tenant, "eastus"), (answer.Value.TenantId, answer.Value.Region));
        Assert.Null(Assert.Single(_ports.Cloud.Seen).Authorization);
    }

    [Fact]
    public async Task A_wrong_secret_is_the_consoles_own_fault_and_says_what_to_do_without_the_secret()
    {
        _ports.Cloud.WithVault(_ => ScriptedCloud.Answer(HttpStatusCode.OK, VaultScript.Key()))
            .On(HttpMethod.Post, "https://login.microsoftonline.com/", HttpStatusCode.Unauthorized, $$"""
                {"error":"invalid_client","error_description":"AADSTS7000215: Invalid client secret provided: {{CloudPorts.ClientSecret}}\r\nTrace ID: x",
                 "error_codes":[7000215],"timestamp":"2026-11-24 10:00:00Z","trace_id":"x","correlation_id":"y"}
                """);

        var fault = (await _ports.Keys.GetAsync(Key, Cancellation)).Fault;

        Assert.Equal((CloudService.Entra, FaultKind.Unauthenticated), (fault?.Service, fault?.Kind));
        Assert.Contains("AADSTS7000215", fault?.Message, StringComparison.Ordinal);
        Assert.Contains("Check the configured identity", fault?.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(CloudPorts.ClientSecret, fault?.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Entra_out_of_reach_is_not_called_a_wrong_credential()
    {
        _ports.Cloud.WithVault(_ => ScriptedCloud.Answer(HttpStatusCode.OK, VaultScript.Key()))
            .On(HttpMethod.Post, "https://login.microsoftonline.com/", _ => throw new HttpRequestException(HttpRequestError.ConnectionError, "refused"));

        var fault = (await _ports.Keys.CreateRsaAsync("kv-orders-eus", "k", 2048, Cancellation)).Fault;

        Assert.Equal((CloudService.Entra, FaultKind.Unreachable, false), (fault?.Service, fault?.Kind, fault?.OutcomeUnknown));
    }

    [Fact]
    public async Task A_machine_without_an_identity_is_told_so()
    {
        using var ports = new CloudPorts(credential: new NoIdentity());
        ports.Cloud.WithVault(_ => ScriptedCloud.Answer(HttpStatusCode.OK, VaultScript.Key()));

        var fault = (await ports.Keys.GetAsync(Key, Cancellation)).Fault;

        Assert.Equal((CloudService.Entra, FaultKind.Unauthenticated), (fault?.Service, fault?.Kind));
        Assert.Contains("No identity here.", fault?.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("second line", fault?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_configured_secret_is_the_only_identity_and_without_one_the_machines_is_used()
    {
        using var transport = new CloudTransport(new ScriptedCloud());

        Assert.IsType<ClientSecretCredential>(AzureClients.CreateCredential(transport, CloudPorts.Connection));
        Assert.IsType<DefaultAzureCredential>(AzureClients.CreateCredential(transport, CloudPorts.Connection with { ClientId = null, ClientSecret = null }));
    }

    private sealed class NoIdentity : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
            => throw new CredentialUnavailableException("No identity here.\nA second line.");

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken)
            => ValueTask.FromResult(GetToken(requestContext, cancellationToken));
    }
}
