using ByokConsole.Cli.Api.Wire;
using ByokConsole.Cli.Output;

namespace ByokConsole.Cli.Commands.Cluster;

/// <summary>What is shown of a cluster. Its key is among it: which key encrypts a cluster is what this console is for.</summary>
internal static class ClusterColumns
{
    public static IReadOnlyList<Column<KafkaCluster>> OfList { get; } =
    [
        new("ID", cluster => cluster.Id),
        new("Name", cluster => cluster.DisplayName),
        new("Type", cluster => cluster.Type),
        new("Region", cluster => cluster.Region),
        new("Availability", cluster => Hyphened(cluster.Availability)),
        new("CKU", cluster => cluster.Cku?.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        new("Status", Status),
        new("BYOK Key ID", cluster => cluster.RegistrationId),
        new("Key Health", cluster => cluster.KeyHealth),
        new("Run", cluster => cluster.RunId),
    ];

    public static IReadOnlyList<Column<(KafkaCluster Cluster, string? Key)>> OfOne { get; } =
    [
        new("ID", it => it.Cluster.Id),
        new("Name", it => it.Cluster.DisplayName),
        new("Environment", it => it.Cluster.EnvironmentId),
        new("Type", it => it.Cluster.Type),
        new("Cluster Size", it => it.Cluster.Cku is { } cku ? $"{cku} CKU" : null),
        new("Cloud", _ => "azure"),
        new("Region", it => it.Cluster.Region),
        new("Availability", it => Hyphened(it.Cluster.Availability)),
        new("Network", it => it.Cluster.NetworkId),
        new("Status", it => Status(it.Cluster)),
        new("Deletion Protection", it => it.Cluster.DeletionProtection is { } on ? (on ? "on" : "off") : null),
        new("Endpoint", it => it.Cluster.BootstrapEndpoint),
        new("REST Endpoint", it => it.Cluster.RestEndpoint),
        new("BYOK Key ID", it => it.Cluster.RegistrationId ?? "none: Confluent's own key"),
        new("Key", it => it.Key),
        new("Key Health", it => it.Cluster.KeyHealth),
        new("Run", it => it.Cluster.RunId),
        new("Created At", it => Words.Date(it.Cluster.CreatedAt)),
    ];

    private static string? Hyphened(string? word) => word?.Replace('_', '-');

    /// <summary>UP, as the vendor's command line has it, for what the API calls PROVISIONED.</summary>
    private static string? Status(KafkaCluster cluster) => cluster.Phase switch
    {
        "PROVISIONED" => "UP",
        null when cluster.RunId is not null => "being made",
        var phase => phase,
    };
}
