using System.Diagnostics.Tracing;
using System.Net;
using System.Text;
using Azure.Core.Diagnostics;
using ByokConsole.Core.Clouds;
using ByokConsole.Core.Confluent;
using ByokConsole.Core.Identifiers;
using ByokConsole.Core.Ports;
using ByokConsole.Tests.Adapters.AzureCloud;

namespace ByokConsole.Tests.Adapters;

/// <summary>No secret, token or body in a log or a fault, whatever a cloud answers and however much is logged.</summary>
public sealed class SecretsTests
{
    private static readonly string[] Secrets =
    [
        CloudPorts.ClientSecret,
        Uri.EscapeDataString(CloudPorts.ClientSecret),
        CloudPorts.ApiSecret,
        CloudPorts.Token,
        Convert.ToBase64String(Encoding.UTF8.GetBytes("APIKEY1:" + CloudPorts.ApiSecret)),
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(HttpStatusCode.OK)]
    [InlineData(HttpStatusCode.BadRequest)]
    [InlineData(HttpStatusCode.Forbidden)]
    [InlineData(HttpStatusCode.InternalServerError)]
    public async Task A_cloud_that_echoes_what_it_was_sent_gives_nothing_away(HttpStatusCode status)
    {
        using var ports = new CloudPorts();
        var events = new StringBuilder();
        using var listener = new AzureEventSourceListener((_, text) => Append(events, text), EventLevel.Verbose);
        ports.Cloud.WithVault(request => Echo(request, status))
            .On(HttpMethod.Get, VaultScript.Arm, request => Echo(request, status))
            .On(HttpMethod.Put, VaultScript.Arm, request => Echo(request, status))
            .On(HttpMethod.Get, "https://api.confluent.cloud", request => Echo(request, status))
            .On(HttpMethod.Post, "https://api.confluent.cloud", request => Echo(request, status));

        var faults = await AskEverythingAsync(ports);

        Assert.Equal(5, faults.Count);
        var seen = string.Join('\n', ports.Cloud.Seen.Select(request => request.Authorization + request.Body));
        Assert.All(Secrets.Where(secret => secret != CloudPorts.ApiSecret && secret != CloudPorts.ClientSecret),
            secret => Assert.Contains(secret, seen, StringComparison.OrdinalIgnoreCase));
        Assert.NotEqual("", ports.Log.Text);
        Assert.NotEqual("", events.ToString());
        Assert.All(Secrets, secret =>
        {
            Assert.DoesNotContain(secret, ports.Log.Text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(secret, events.ToString(), StringComparison.OrdinalIgnoreCase);
            Assert.All(faults, fault => Assert.DoesNotContain(
                secret, $"{fault} {string.Join(' ', fault.Problems)}", StringComparison.OrdinalIgnoreCase));
        });
    }

    [Fact]
    public void The_connection_prints_no_secret()
    {
        var text = CloudPorts.Connection.ToString();

        Assert.Contains(CloudPorts.Tenant.ToString(), text, StringComparison.Ordinal);
        Assert.All(Secrets, secret => Assert.DoesNotContain(secret, text, StringComparison.Ordinal));
    }

    private static HttpResponseMessage Echo(SeenRequest request, HttpStatusCode status)
    {
        var echo = $"{request.Authorization} {CloudPorts.ClientSecret} {CloudPorts.ApiSecret}";
        return ScriptedCloud.Answer(
            status,
            $$$"""{"error":{"code":"{{{echo}}}","message":"You sent {{{echo}}}"},"errors":[{"code":"{{{echo}}}","detail":"You sent {{{echo}}}"}]}""",
            ("x-ms-request-id", echo),
            ("X-Request-Id", echo));
    }

    private static async Task<IReadOnlyList<CloudFault>> AskEverythingAsync(CloudPorts ports)
    {
        var key = KeyIdentifier.Create("kv-orders-eus", "orders-cmk");
        var vault = VaultResourceId.Parse(VaultScript.VaultId);
        CloudFault?[] faults =
        [
            (await ports.Once<IVaultKeys>().GetAsync(key, Cancellation)).Fault,
            (await ports.Once<IVaults>().GetAsync(vault, Cancellation)).Fault,
            (await ports.Grants.AssignAsync(vault, ByokConsole.Core.Vaults.KeyVaultRole.Reader, Guid.NewGuid(), Cancellation)).Fault,
            (await ports.Once<IKeyRegistrations>().ListAsync(Cancellation)).Fault,
            (await ports.Registrations.CreateAsync(new NewKeyRegistration(key, vault, CloudPorts.Tenant, "x"), Cancellation)).Fault,
        ];
        return [.. faults.OfType<CloudFault>()];
    }

    private static void Append(StringBuilder events, string text)
    {
        lock (events)
            events.AppendLine(text);
    }
}
