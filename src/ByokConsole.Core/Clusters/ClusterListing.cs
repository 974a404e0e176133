using ByokConsole.Core.Clouds;

namespace ByokConsole.Core.Clusters;

/// <summary>The clusters page of one environment.</summary>
/// <param name="Rows">Clusters, and runs that are still making one; what is under way comes first, then by name.</param>
/// <param name="AsOf">When Confluent named these clusters (the console's clock), or null when it never did.</param>
/// <param name="Fault">Why it did not just now, or null.</param>
/// <param name="Drafts">Drafts of the environment.</param>
public sealed record ClusterListing(IReadOnlyList<ClusterRow> Rows, DateTimeOffset? AsOf, CloudFault? Fault, int Drafts)
{
    public bool IsMoving => Rows.Any(row => row.IsMoving);
}
