using System.Text.Json;
using System.Text.Json.Nodes;
using ByokConsole.Sandbox.Http;
using ByokConsole.Sandbox.State;

namespace ByokConsole.Sandbox.ConfluentCloud;

/// <summary>
/// What a change of a cluster is held to. Members that cannot be changed may be sent along, as clients do that send whole objects, when
/// they are the same.
/// </summary>
internal static class ClusterChangeRules
{
    private static readonly (string Pointer, JsonValueKind Kind)[] Types =
    [
        ("/spec", JsonValueKind.Object),
        ("/spec/display_name", JsonValueKind.String),
        ("/spec/config", JsonValueKind.Object),
        ("/spec/config/kind", JsonValueKind.String),
        ("/spec/config/cku", JsonValueKind.Number),
        ("/spec/environment", JsonValueKind.Object),
        ("/spec/environment/id", JsonValueKind.String),
        ("/spec/network", JsonValueKind.Object),
        ("/spec/byok", JsonValueKind.Object),
        ("/spec/deletion_protection", JsonValueKind.True),
    ];

    public static IReadOnlyList<ConfluentProblem> Misfits(JsonObject body) => [.. BodyShape.Misfits(body, Types)];

    public static IReadOnlyList<ConfluentProblem> Problems(JsonObject spec, ClusterRecord cluster, DateTimeOffset now)
    {
        var config = spec.Object("config");
        (string Pointer, string? Detail)[] judged =
        [
            ("/spec/display_name", spec.Text("display_name") is { } name ? NewClusterRules.NameProblem(name) : null),
            ("/spec/cloud", Fixed(spec.Text("cloud")?.ToUpperInvariant(), "AZURE")),
            ("/spec/region", Fixed(spec.Text("region"), cluster.Region)),
            ("/spec/availability", Fixed(spec.Text("availability"), cluster.Availability)),
            ("/spec/network", Fixed(spec.Object("network").Text("id"), cluster.NetworkId)),
            ("/spec/byok", Fixed(spec.Object("byok").Text("id"), cluster.RegistrationId)),
            ("/spec/config/kind", (cluster.Type, config.Text("kind")) is ("Basic", "Standard") ? null : Fixed(config.Text("kind"), cluster.Type)),
            ("/spec/config/cku", cluster.Type == "Dedicated" && config.Number("cku") is { } cku && cku != cluster.Cku ? SizeProblem(cku, cluster, now) : null),
            ("/spec/deletion_protection", spec.Flag("deletion_protection") is true && cluster.Type is "Basic" or "Standard"
                ? $"{cluster.Type} clusters have no deletion protection." : null),
        ];
        return [.. judged.Where(one => one.Detail is not null).Select(one => new ConfluentProblem(one.Detail!, one.Pointer))];
    }

    private static string? Fixed(string? asked, string? present)
        => asked is null || asked == present ? null : "This cannot be changed after the cluster was created.";

    private static string? SizeProblem(long cku, ClusterRecord cluster, DateTimeOffset now)
    {
        var least = NewClusterRules.LeastCku(cluster.Availability);
        return cku < least ? $"CKU must be greater than or equal to {least} for this availability."
            : cku > NewClusterRules.MostCku ? $"CKU must be {NewClusterRules.MostCku} at most."
            : !ClusterShape.IsReady(cluster, now) ? "The cluster cannot be resized while it is provisioning."
            : ClusterShape.IsResizing(cluster, now) ? "The cluster is being resized already."
            : cku < cluster.Cku - 1 ? "The cluster can shrink by one CKU at a time."
            : null;
    }
}
