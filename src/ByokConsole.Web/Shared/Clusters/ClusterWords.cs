using ByokConsole.Core.Confluent;

namespace ByokConsole.Web.Shared.Clusters;

/// <summary>Words for what a cluster is.</summary>
public static class ClusterWords
{
    public static string Size(string type, int? cku) => cku is null ? type : $"{type}, {cku} CKU";

    public static string Zones(Availability? availability) => availability switch
    {
        Availability.SingleZone => "single zone",
        Availability.MultiZone => "multi zone",
        _ => "",
    };

    public static string Where(string region, Availability? availability)
        => Zones(availability) is { Length: > 0 } zones ? $"{region}, {zones}" : region;

    public static string Network(string? networkId) => networkId ?? "Internet";
}
