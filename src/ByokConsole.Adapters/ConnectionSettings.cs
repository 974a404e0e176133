using Microsoft.Extensions.Configuration;

namespace ByokConsole.Adapters;

/// <summary>
/// The connection to the real clouds, from configuration: sections <c>Azure</c> and <c>Confluent</c>, or, where these say nothing,
/// the environment variables that Microsoft's and Confluent's own tools read.
/// </summary>
public static class ConnectionSettings
{
    public const string TenantId = "Azure:TenantId";
    public const string AdditionalTenantIds = "Azure:AdditionalTenantIds";
    public const string ClientId = "Azure:ClientId";
    public const string ClientSecret = "Azure:ClientSecret";
    public const string SubscriptionId = "Azure:SubscriptionId";
    public const string ApiKey = "Confluent:ApiKey";
    public const string ApiSecret = "Confluent:ApiSecret";
    public const string EnvironmentId = "Confluent:EnvironmentId";

    private const int ShortestSecret = 8;

    /// <summary>Reads and checks all settings; every problem is reported at once.</summary>
    public static ConnectionReading Read(IConfiguration configuration)
    {
        var settings = new SettingReader(configuration);
        var connection = new CloudConnection
        {
            TenantId = settings.RequiredGuid(TenantId, "AZURE_TENANT_ID", "the tenant of the console's identity"),
            AdditionalTenantIds = settings.Guids(AdditionalTenantIds),
            ClientId = settings.Text(ClientId, "AZURE_CLIENT_ID"),
            ClientSecret = settings.Text(ClientSecret, "AZURE_CLIENT_SECRET"),
            SubscriptionId = settings.OptionalGuid(SubscriptionId, "AZURE_SUBSCRIPTION_ID"),
            ConfluentApiKey = settings.Required(ApiKey, "CONFLUENT_CLOUD_API_KEY", "the id of a Confluent Cloud API key"),
            ConfluentApiSecret = settings.Required(ApiSecret, "CONFLUENT_CLOUD_API_SECRET", "the secret of that API key"),
            ConfluentEnvironmentId = settings.Text(EnvironmentId, "CONFLUENT_ENVIRONMENT_ID"),
        };
        if (connection.ClientSecret is not null && connection.ClientId is null)
            settings.Report(ClientId, $"is missing: {ClientSecret} is set, and a secret belongs to an application. Give its application id.");
        // A secret is taken out of every log line wherever it stands: of a very short one nothing would be left to read.
        foreach (var (key, secret) in new[] { (ClientSecret, connection.ClientSecret), (ApiSecret, connection.ConfluentApiSecret) })
        {
            if (secret is { Length: > 0 and < ShortestSecret })
                settings.Report(key, $"is shorter than {ShortestSecret} characters: that is no secret of this cloud. Copy it whole.");
        }

        if (connection.ClientId is not null && !Guid.TryParse(connection.ClientId, out _))
            settings.Report(ClientId, "is not a GUID. Give the application (client) id of the console's identity.");
        return settings.Problems.Count == 0 ? new(connection) : new(settings.Problems);
    }
}
