using System.Net;
using Azure.Core;
using ByokConsole.Adapters;
using ByokConsole.Core.Confluent;
using ByokConsole.Core.Ports;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ByokConsole.Tests.Adapters;

/// <summary>The cloud ports as the console registers them, above a scripted cloud that signs in whoever asks.</summary>
internal sealed class CloudPorts : IDisposable
{
    public const string Token = "eyJ0ZXN0Ijoi.dG9rZW4tb2YtdGhl.Y29uc29sZQ";
    public const string ClientSecret = "azure-s3cret+value/with=signs";
    public const string ApiSecret = "confluent-s3cret+value";
    public static readonly Guid Tenant = Guid.Parse("0c5ff2e1-7f0e-4a86-9b8b-6a1d2f0d9e11");
    public static readonly Guid OtherTenant = Guid.Parse("aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee");
    public static readonly Guid Subscription = Guid.Parse("6f1c2a9e-5c1b-4a0e-8e0d-0b8a6f1f2c11");

    private readonly ServiceProvider _services;

    public CloudPorts(CloudConnection? connection = null, TokenCredential? credential = null)
    {
        Cloud.On(HttpMethod.Post, "https://login.microsoftonline.com/", HttpStatusCode.OK, $$"""
            {"token_type":"Bearer","expires_in":3599,"ext_expires_in":3599,"access_token":"{{Token}}"}
            """);
        var services = new ServiceCollection();
        if (credential is not null)
            services.AddSingleton(credential);
        _services = services
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Log))
            .AddSingleton(connection ?? Connection)
            .AddSingleton(new CloudTransport(Cloud))
            .AddAzureCloud()
            .AddConfluentCloud()
            .BuildServiceProvider(validateScopes: true);
    }

    public static CloudConnection Connection { get; } = new()
    {
        TenantId = Tenant,
        ClientId = "7d9f3c52-0000-4000-8000-000000000001",
        ClientSecret = ClientSecret,
        SubscriptionId = Subscription,
        ConfluentApiKey = "APIKEY1",
        ConfluentApiSecret = ApiSecret,
    };

    /// <summary>A cluster to be asked for.</summary>
    public static NewCluster Orders { get; } = new()
    {
        EnvironmentId = "env-1", DisplayName = "orders", Region = "eastus", Availability = Availability.SingleZone, Cku = 1,
    };

    public ScriptedCloud Cloud { get; } = new();

    public CapturedLog Log { get; } = new();

    public IVaults Vaults => _services.GetRequiredService<IVaults>();

    public IVaultKeys Keys => _services.GetRequiredService<IVaultKeys>();

    public IAccessGrants Grants => _services.GetRequiredService<IAccessGrants>();

    public IKeyRegistrations Registrations => _services.GetRequiredService<IKeyRegistrations>();

    public IKafkaClusters Clusters => _services.GetRequiredService<IKafkaClusters>();

    /// <summary>The port that checks use.</summary>
    public TPort Once<TPort>()
        where TPort : notnull
        => _services.GetRequiredKeyedService<TPort>(AskOnce.Key);

    public T Get<T>()
        where T : notnull
        => _services.GetRequiredService<T>();

    public void Dispose() => _services.Dispose();
}
