using System.Net;
using ByokConsole.Adapters;
using ByokConsole.Core.Clouds;
using ByokConsole.Core.Identifiers;
using ByokConsole.Core.Ports;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace ByokConsole.Tests.Adapters;

/// <summary>Real sockets and TLS: which way calls take, whom they trust, and what a connection that breaks does.</summary>
public sealed class CloudTransportTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_call_takes_the_proxy_and_trusts_its_authority()
    {
        await using var proxy = new LoopbackProxy { Answer = _ => LoopbackProxy.Ok("""{"data":[],"metadata":{}}""") };
        using var services = Services(proxy.Address, proxy.AuthorityFile);

        var answer = await services.GetRequiredService<IKafkaClusters>().ListEnvironmentsAsync(Cancellation);

        Assert.True(answer.IsOk, answer.Fault?.Message);
        Assert.Equal(["CONNECT api.confluent.cloud:443 HTTP/1.1"], proxy.Connects);
    }

    [Fact]
    public async Task An_authority_that_was_not_named_is_not_trusted()
    {
        await using var proxy = new LoopbackProxy();
        await using var stranger = new LoopbackProxy();
        using var services = Services(proxy.Address, stranger.AuthorityFile);

        var fault = (await services.GetRequiredService<IKafkaClusters>().CreateAsync(CloudPorts.Orders, Cancellation)).Fault;

        Assert.Equal((FaultKind.Unreachable, false), (fault?.Kind, fault?.OutcomeUnknown));
        Assert.Contains("did not prove who it is", fault?.Message, StringComparison.Ordinal);
        Assert.Empty(proxy.Requests);
    }

    [Fact]
    public async Task A_vault_that_the_proxy_does_not_know_is_a_finding_at_the_first_try()
    {
        await using var proxy = new LoopbackProxy { ConnectAnswer = "502 Bad Gateway" };
        using var services = Services(proxy.Address, proxy.AuthorityFile);

        var fault = (await services.GetRequiredService<IVaultKeys>().GetAsync(KeyIdentifier.Create("kv-nowhere", "k"), Cancellation)).Fault;

        Assert.Equal((CloudService.KeyVault, FaultKind.Unreachable), (fault?.Service, fault?.Kind));
        Assert.Contains("the proxy opens no way to this host", fault?.Message, StringComparison.Ordinal);
        Assert.Single(proxy.Connects);
    }

    [Fact]
    public async Task A_post_on_a_used_connection_that_breaks_is_sent_once()
    {
        await using var proxy = new LoopbackProxy { Answer = _ => LoopbackProxy.Ok("""{"data":[],"metadata":{}}""") };
        using var services = Services(proxy.Address, proxy.AuthorityFile);
        var clusters = services.GetRequiredService<IKafkaClusters>();
        await clusters.ListEnvironmentsAsync(Cancellation);
        proxy.Answer = _ => "";

        var fault = (await clusters.CreateAsync(CloudPorts.Orders, Cancellation)).Fault;

        Assert.Equal((FaultKind.Unreachable, true), (fault?.Kind, fault?.OutcomeUnknown));
        Assert.Single(proxy.Requests, request => request.StartsWith("POST", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_answer_that_breaks_off_is_no_answer()
    {
        await using var proxy = new LoopbackProxy
        {
            Answer = _ => "HTTP/1.1 202 Accepted\r\nContent-Length: 500\r\nConnection: close\r\n\r\n{\"id\":\"lkc-1\"",
        };
        using var services = Services(proxy.Address, proxy.AuthorityFile);

        var fault = (await services.GetRequiredService<IKafkaClusters>().CreateAsync(CloudPorts.Orders, Cancellation)).Fault;

        Assert.Equal((FaultKind.Unreachable, true), (fault?.Kind, fault?.OutcomeUnknown));
        Assert.Single(proxy.Requests);
    }

    [Fact]
    public async Task A_redirect_is_not_followed_and_a_cookie_is_not_kept()
    {
        await using var proxy = new LoopbackProxy
        {
            Answer = _ => "HTTP/1.1 302 Found\r\nLocation: https://evil.example/\r\nSet-Cookie: a=b\r\nContent-Length: 0\r\n\r\n",
        };
        using var services = Services(proxy.Address, proxy.AuthorityFile);
        var clusters = services.GetRequiredService<IKafkaClusters>();

        await clusters.ListEnvironmentsAsync(Cancellation);
        var fault = (await clusters.ListEnvironmentsAsync(Cancellation)).Fault;

        Assert.Equal((FaultKind.Malformed, (int?)302), (fault?.Kind, fault?.Status));
        Assert.DoesNotContain(proxy.Connects, connect => connect.Contains("evil", StringComparison.Ordinal));
        Assert.Equal(2, proxy.Requests.Count);
        Assert.All(proxy.Requests, request => Assert.DoesNotContain("Cookie:", request, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task The_newest_answers_date_tells_how_far_the_clouds_clock_is_ahead()
    {
        var machine = new FakeTimeProvider(new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero));
        var cloud = new ScriptedCloud().On(HttpMethod.Get, "https://api.confluent.cloud/", _ => new(HttpStatusCode.OK) { Headers = { Date = machine.GetUtcNow().AddDays(5) } });
        using var transport = new CloudTransport(cloud, machine);
        using var client = new HttpMessageInvoker(transport.Handler, disposeHandler: false);
        Assert.Null(transport.CloudsAhead);

        using var request = new HttpRequestMessage(HttpMethod.Get, "https://api.confluent.cloud/org/v2/environments");
        using var response = await client.SendAsync(request, Cancellation);
        machine.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(TimeSpan.FromDays(5), transport.CloudsAhead);
    }

    [Fact]
    public void Without_a_connection_of_its_own_the_systems_proxy_and_trust_hold()
    {
        using var handler = CloudTransport.CreateHandler(CloudPorts.Connection);

        Assert.True(handler.UseProxy);
        Assert.Null(handler.Proxy);
        Assert.Null(handler.SslOptions.CertificateChainPolicy);
        Assert.False(handler.AllowAutoRedirect || handler.UseCookies);
        Assert.NotEqual(Timeout.InfiniteTimeSpan, handler.PooledConnectionLifetime);
    }

    [Theory]
    [InlineData("https://api.confluent.cloud/")]
    [InlineData("https://kv-a.vault.azure.net/")]
    [InlineData("https://localhost/")]
    [InlineData("https://169.254.169.254/")]
    public void A_proxy_is_taken_for_all_hosts_alike(string address)
    {
        using var handler = CloudTransport.CreateHandler(CloudPorts.Connection with { Proxy = new Uri("http://127.0.0.1:5443") });

        Assert.False(handler.Proxy?.IsBypassed(new Uri(address)));
    }

    [Fact]
    public void An_authority_file_without_a_certificate_stops_the_start()
    {
        var file = Path.GetTempFileName();

        var exception = Assert.Throws<InvalidOperationException>(
            () => CloudTransport.CreateHandler(CloudPorts.Connection with { CertificateAuthorityFile = file }));

        Assert.Contains(file, exception.Message, StringComparison.Ordinal);
        File.Delete(file);
    }

    private static ServiceProvider Services(Uri proxy, string authorityFile)
        => new ServiceCollection()
            .AddSingleton(CloudPorts.Connection with { Proxy = proxy, CertificateAuthorityFile = authorityFile })
            .AddAzureCloud()
            .AddConfluentCloud()
            .BuildServiceProvider();
}
