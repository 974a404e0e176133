using System.Net;
using System.Net.Http.Headers;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace ByokConsole.TestProcesses;

/// <summary>What a sandbox tells its clients in its <c>sandbox.env</c>: the way to it, and the secrets that it takes.</summary>
/// <param name="AuthorityFile">Certificate authority of its hosts, as PEM.</param>
public sealed record SandboxEnvironment(
    Uri Proxy, string AuthorityFile, string TenantId, string SubscriptionId, string ClientId, string ClientSecret, string ConfluentKey,
    string ConfluentSecret, string EnvironmentId, string ControlToken)
{
    /// <summary>Every secret that the sandbox gave out.</summary>
    public IEnumerable<string> Secrets => [ClientSecret, ConfluentSecret, ControlToken];

    /// <summary>What Confluent Cloud takes.</summary>
    public AuthenticationHeaderValue Basic => BasicOf(ConfluentKey, ConfluentSecret);

    /// <summary>Where the sandbox of a data folder writes it.</summary>
    public static string FileIn(string dataFolder) => Path.Combine(dataFolder, "sandbox", "sandbox.env");

    public static SandboxEnvironment Read(string envFile)
    {
        const string Assignment = "export ";
        var values = File.ReadLines(envFile).Where(line => line.StartsWith(Assignment, StringComparison.Ordinal))
            .Select(line => line[Assignment.Length..].Split('=', 2)).ToDictionary(pair => pair[0], pair => Unquote(pair[1]));
        return new(
            new Uri(values["HTTPS_PROXY"]), values["SSL_CERT_FILE"], values["AZURE_TENANT_ID"], values["AZURE_SUBSCRIPTION_ID"], values["AZURE_CLIENT_ID"],
            values["AZURE_CLIENT_SECRET"], values["CONFLUENT_CLOUD_API_KEY"], values["CONFLUENT_CLOUD_API_SECRET"], values["CONFLUENT_ENVIRONMENT_ID"],
            values["SANDBOX_CONTROL_TOKEN"]);
    }

    public static AuthenticationHeaderValue BasicOf(string id, string secret)
        => new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{id}:{secret}")));

    /// <summary>A client that reaches the clouds' hosts through the sandbox's proxy and follows no redirect.</summary>
    public HttpClient CreateClient() => new(new SocketsHttpHandler
    {
        Proxy = new WebProxy(Proxy), AllowAutoRedirect = false, SslOptions = new SslClientAuthenticationOptions { CertificateChainPolicy = Trust() },
    });

    /// <summary>Trusts the sandbox's certificate authority and no other.</summary>
    public X509ChainPolicy Trust()
    {
        var trust = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        trust.CustomTrustStore.ImportFromPemFile(AuthorityFile);
        return trust;
    }

    /// <summary>As a shell does: a quote inside ends the quotes, stands escaped, and begins them again.</summary>
    private static string Unquote(string value) => value[1..^1].Replace(@"'\''", "'", StringComparison.Ordinal);
}
