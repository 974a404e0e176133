using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using ByokConsole.Tests.Web;

namespace ByokConsole.Tests.Sandbox.Azure;

/// <summary>The proxy's door, over raw sockets, and the certificate authority behind it.</summary>
[Collection(AzureSandbox.Name)]
public sealed class ProxyTests(AzureSandbox sandbox) : AzureTests(sandbox)
{
    [Theory]
    [InlineData("CONNECT api.confluent.cloud:443 HTTP/1.1\r\n\r\n", 200)]
    [InlineData("CONNECT api.telemetry.confluent.cloud:443 HTTP/1.1\r\n\r\n", 200)]
    [InlineData("CONNECT KV-ORDERS-EUS.vault.azure.net:443 HTTP/1.1\r\nHost: x\r\n\r\n", 200)]
    [InlineData("CONNECT example.com:443 HTTP/1.1\r\n\r\n", 403)]
    [InlineData("CONNECT api.confluent.cloud.example.com:443 HTTP/1.1\r\n\r\n", 403)]
    [InlineData("CONNECT 127.0.0.1:443 HTTP/1.1\r\n\r\n", 403)]
    [InlineData("CONNECT api.confluent.cloud:80 HTTP/1.1\r\n\r\n", 403)]
    [InlineData("CONNECT a.b.vault.azure.net:443 HTTP/1.1\r\n\r\n", 403)]
    [InlineData("CONNECT kv-nowhere.vault.azure.net:443 HTTP/1.1\r\n\r\n", 502)]
    [InlineData("GET http://api.confluent.cloud/byok/v1/keys HTTP/1.1\r\nHost: api.confluent.cloud\r\n\r\n", 421)]
    [InlineData("GET / HTTP/1.1\r\n\r\n", 421)]
    [InlineData("CONNECT\r\n\r\n", 421)]
    [InlineData("\r\n\r\n", 421)]
    public async Task Only_a_connect_to_a_host_that_is_served_gets_through(string preface, int status)
        => Assert.StartsWith($"HTTP/1.1 {status} ", await AskAsync([preface]), StringComparison.Ordinal);

    [Fact]
    public async Task A_preface_may_arrive_byte_by_byte()
        => Assert.StartsWith("HTTP/1.1 200 ", await AskAsync([.. "CONNECT api.confluent.cloud:443 HTTP/1.1\r\n\r\n".Select(letter => letter.ToString())]), StringComparison.Ordinal);

    [Fact]
    public async Task A_preface_without_an_end_is_cut_off()
        => Assert.StartsWith("HTTP/1.1 431 ", await AskAsync(["CONNECT api.confluent.cloud:443 HTTP/1.1\r\nX: " + new string('x', 20_000)]), StringComparison.Ordinal);

    [Fact]
    public async Task A_request_for_another_host_than_the_connections_is_misdirected()
    {
        await using var tls = await TunnelAsync("api.confluent.cloud", "api.confluent.cloud");

        await tls.WriteAsync("GET /byok/v1/keys HTTP/1.1\r\nHost: graph.microsoft.com\r\n\r\n"u8.ToArray(), TestContext.Current.CancellationToken);

        Assert.StartsWith("HTTP/1.1 421 ", await ReadAsync(tls), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_in_the_handshake_other_than_the_connections_gets_no_certificate()
    {
        await using (await TunnelAsync("api.confluent.cloud", "api.confluent.cloud"))
        {
            await Assert.ThrowsAnyAsync<Exception>(() => TunnelAsync("api.confluent.cloud", "graph.microsoft.com"));
        }
    }

    [Fact]
    public void The_authority_may_vouch_for_the_hosts_that_are_served_and_no_others()
    {
        using var authority = X509Certificate2.CreateFromPem(File.ReadAllText(Cloud.Environment.AuthorityFile));
        var constraints = Encoding.Latin1.GetString(authority.Extensions.Single(extension => extension.Oid!.Value == "2.5.29.30").RawData);

        Assert.True(authority.Extensions.Single(extension => extension.Oid!.Value == "2.5.29.30").Critical);
        foreach (var host in (string[])["login.microsoftonline.com", "management.azure.com", "graph.microsoft.com", "vault.azure.net", "api.confluent.cloud", "api.telemetry.confluent.cloud", "sandbox.byokconsole.test"])
            Assert.Contains(host, constraints, StringComparison.Ordinal);
        Assert.DoesNotContain("example", constraints, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_hosts_certificate_by_this_authority_is_not_trusted()
    {
        Assert.True(IsTrusted("api.confluent.cloud"));
        Assert.True(IsTrusted("api.telemetry.confluent.cloud"));
        Assert.False(IsTrusted("example.com"));
    }

    [Fact]
    public void What_holds_secrets_is_the_users_alone()
    {
        UnixMode.SkipElsewhere();

        foreach (var name in (string[])["ca.key", "sandbox.key", "sandbox.env"])
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, UnixMode.Of(Path.Combine(Sandbox.Folder, "sandbox", name)));
    }

    private bool IsTrusted(string host)
    {
        using var authority = ByokConsole.Sandbox.Proxy.CertificateAuthority.OpenOrCreate(Path.Combine(Sandbox.Folder, "sandbox"), DateTimeOffset.UtcNow);
        using var chain = new X509Chain();
        chain.ChainPolicy = Cloud.Environment.Trust();
        return chain.Build(authority.LeafFor(host));
    }

    /// <summary>CONNECT to one host, and a handshake that asks for another or the same.</summary>
    private async Task<SslStream> TunnelAsync(string host, string name)
    {
        var client = new TcpClient();
        await client.ConnectAsync(Sandbox.Server.ProxyUri.Host, Sandbox.Server.Port, TestContext.Current.CancellationToken);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes($"CONNECT {host}:443 HTTP/1.1\r\n\r\n"), TestContext.Current.CancellationToken);
        Assert.StartsWith("HTTP/1.1 200 ", await ReadAsync(stream), StringComparison.Ordinal);
        var tls = new SslStream(stream);
        await tls.AuthenticateAsClientAsync(
            new SslClientAuthenticationOptions { TargetHost = name, CertificateChainPolicy = Cloud.Environment.Trust() }, TestContext.Current.CancellationToken);
        return tls;
    }

    private static async Task<string> ReadAsync(Stream stream)
    {
        var buffer = new byte[256];
        var read = await stream.ReadAsync(buffer, TestContext.Current.CancellationToken);
        return Encoding.Latin1.GetString(buffer, 0, read);
    }

    private async Task<string> AskAsync(string[] pieces)
    {
        using var client = new TcpClient { NoDelay = true };
        await client.ConnectAsync(Sandbox.Server.ProxyUri.Host, Sandbox.Server.Port, TestContext.Current.CancellationToken);
        var stream = client.GetStream();
        foreach (var piece in pieces)
            await stream.WriteAsync(Encoding.Latin1.GetBytes(piece), TestContext.Current.CancellationToken);
        return await ReadAsync(stream);
    }
}
