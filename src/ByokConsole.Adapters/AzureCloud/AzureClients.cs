using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;
using Azure.ResourceManager;

namespace ByokConsole.Adapters.AzureCloud;

/// <summary>Builds Azure's clients and pipelines: all on the one transport, with the one retry layer, and with no body in any log.</summary>
internal sealed class AzureClients(CloudTransport transport, CloudConnection connection, TokenCredential credential, int maxRetries)
{
    /// <summary>The version from which "no property" means Azure RBAC for new vaults; older ones retire on 27 February 2027.</summary>
    public const string VaultApiVersion = "2026-02-01";

    private static readonly TimeSpan NetworkTimeout = TimeSpan.FromSeconds(20);

    public static TokenCredential CreateCredential(CloudTransport transport, CloudConnection connection)
    {
        if (connection is { ClientId: { } clientId, ClientSecret: { } secret })
        {
            var options = Configure(new ClientSecretCredentialOptions { DisableInstanceDiscovery = true }, transport, maxRetries: 0);
            options.AuthorityHost = AzureAuthorityHosts.AzurePublicCloud;
            Allow(options.AdditionallyAllowedTenants, connection);
            return new ClientSecretCredential(connection.TenantId.ToString(), clientId, secret, options);
        }

        var machine = Configure(new DefaultAzureCredentialOptions { TenantId = connection.TenantId.ToString() }, transport, maxRetries: 0);
        machine.AuthorityHost = AzureAuthorityHosts.AzurePublicCloud;
        if (connection.ClientId is not null)
            machine.ManagedIdentityClientId = machine.WorkloadIdentityClientId = connection.ClientId;
        Allow(machine.AdditionallyAllowedTenants, connection);
        return new DefaultAzureCredential(machine);
    }

    public ArmClient CreateArmClient()
    {
        var options = Configure(new ArmClientOptions(), transport, maxRetries);
        options.SetApiVersion(new ResourceType("Microsoft.KeyVault/vaults"), VaultApiVersion);
        return new ArmClient(credential, connection.SubscriptionId?.ToString(), options);
    }

    /// <summary>Resource Manager calls that its client library does not offer.</summary>
    public AzurePipeline CreateResourceManagerPipeline() => CreatePipeline("https://management.azure.com/.default");

    public AzurePipeline CreateGraphPipeline() => CreatePipeline("https://graph.microsoft.com/.default");

    public AzurePipeline CreateVaultPipeline(VaultTenants tenants)
        => new(Build(new VaultChallengePolicy(credential, connection, tenants)));

    /// <summary>For the one question that a vault answers to anybody.</summary>
    public AzurePipeline CreateAnonymousPipeline() => new(Build(null));

    private AzurePipeline CreatePipeline(string scope)
        => new(Build(new BearerTokenAuthenticationPolicy(credential, scope)));

    private HttpPipeline Build(HttpPipelinePolicy? authentication)
        => HttpPipelineBuilder.Build(
            Configure(new PipelineOptions(), transport, maxRetries), [], authentication is null ? [] : [authentication], null);

    private static TOptions Configure<TOptions>(TOptions options, CloudTransport transport, int maxRetries)
        where TOptions : ClientOptions
    {
        // Azure.Core has a time limit of its own per attempt (below); the client's would cut its retries short.
        options.Transport = new HttpClientTransport(
            new HttpClient(transport.Handler, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan });
        options.RetryPolicy = new SafeCallsRetryPolicy(maxRetries);
        options.Retry.NetworkTimeout = NetworkTimeout;
        // What whoever listens to Azure.Core's events may see: methods, hosts and statuses.
        options.Diagnostics.IsLoggingContentEnabled = false;
        options.Diagnostics.LoggedHeaderNames.Clear();
        options.Diagnostics.ApplicationId = "ByokConsole";
        return options;
    }

    private static void Allow(IList<string> tenants, CloudConnection connection)
    {
        // The default may come from the machine's environment, and may say "any".
        tenants.Clear();
        foreach (var tenant in connection.AdditionalTenantIds)
            tenants.Add(tenant.ToString());
    }

    private sealed class PipelineOptions : ClientOptions;
}
