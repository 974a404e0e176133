using ByokConsole.Core.Drafts;

namespace ByokConsole.Web.Features.CreateCluster.Steps;

/// <summary>What a cluster type is for, and whether this console can make one with a customer's key.</summary>
public sealed record ClusterOffer(ClusterType Type, string Purpose, string Capacity, string Network, string OwnKey)
{
    /// <summary>What one CKU carries, and the largest Dedicated cluster Confluent documents (9,120 MB/s in).</summary>
    public const int IngressPerCku = 60;

    public const int EgressPerCku = 180;

    public const int MostCku = 152;

    private const string NotHere = "Not offered";

    public static IReadOnlyList<ClusterOffer> All { get; } =
    [
        new(ClusterType.Basic, "To learn and to develop.", "Shared, elastic", "Internet", NotHere),
        new(ClusterType.Standard, "Production without special needs.", "Shared, elastic", "Internet", NotHere),
        new(ClusterType.Enterprise, "Production on private networks.", "Shared, elastic", "Private Link", NotHere),
        new(ClusterType.Dedicated, "Your own capacity, network and key.", "Yours, in CKU", "Internet, peering, Private Link", "Azure Key Vault"),
    ];

    public bool CanBeChosen => Type is ClusterType.Dedicated;

    /// <summary>Why the type cannot be chosen, or null.</summary>
    public string? WhyNot => CanBeChosen ? null : $"Not created by this console: for {Type}, use Confluent Cloud.";
}
