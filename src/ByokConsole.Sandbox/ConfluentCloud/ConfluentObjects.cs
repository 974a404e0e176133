using System.Globalization;
using System.Text.Json.Nodes;
using ByokConsole.Sandbox.Proxy;
using ByokConsole.Sandbox.Seed;

namespace ByokConsole.Sandbox.ConfluentCloud;

/// <summary>What every object of Confluent's APIs has: metadata, a resource name (CRN), references to others, dates in UTC.</summary>
internal static class ConfluentObjects
{
    private const string Organization = $"crn://confluent.cloud/organization={SeededIds.Organization}";

    public static string OrganizationName => Organization;

    public static string EnvironmentName(string environment) => $"{Organization}/environment={environment}";

    public static string KeyName(string key) => $"{Organization}/key={key}";

    public static string ClusterName(string environment, string cluster) => $"{EnvironmentName(environment)}/cloud-cluster={cluster}";

    public static string NetworkName(string environment, string network) => $"{EnvironmentName(environment)}/network={network}";

    public static string Address(string path) => $"https://{ServedHosts.ConfluentCloud}/{path}";

    public static string Date(DateTimeOffset at) => at.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    public static JsonObject Metadata(string path, string name, DateTimeOffset created) => new()
    {
        ["self"] = Address(path),
        ["resource_name"] = name,
        ["created_at"] = Date(created),
        ["updated_at"] = Date(created),
    };

    public static JsonObject EnvironmentReference(string id) => Reference(id, $"org/v2/environments/{id}", EnvironmentName(id));

    public static JsonObject KeyReference(string id) => Reference(id, $"byok/v1/keys/{id}", KeyName(id));

    public static JsonObject NetworkReference(string id, string environment)
    {
        var reference = Reference(id, $"networking/v1/networks/{id}", NetworkName(environment, id));
        reference["environment"] = environment;
        return reference;
    }

    private static JsonObject Reference(string id, string path, string name)
        => new() { ["id"] = id, ["related"] = Address(path), ["resource_name"] = name };
}
