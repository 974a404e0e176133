using ByokConsole.Core.Confluent;

namespace ByokConsole.Core.Drafts;

/// <summary>The numbers that the rules know.</summary>
public static class DraftLimits
{
    public const int MinCkuSingleZone = 1;
    public const int MinCkuMultiZone = 2;

    /// <summary>No maximum is published. This is what the published throughput ceiling of a Dedicated cluster comes to.</summary>
    public const int MaxCku = 152;

    /// <summary>No length is published; longer names are unreadable in every list.</summary>
    public const int MaxDisplayName = 64;

    public static int MinCku(Availability availability) => availability is Availability.MultiZone ? MinCkuMultiZone : MinCkuSingleZone;
}
