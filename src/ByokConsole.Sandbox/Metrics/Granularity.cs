namespace ByokConsole.Sandbox.Metrics;

/// <summary>The buckets that a query may ask for, and how long its intervals may be with each (Metrics API v2, Granularity).</summary>
/// <param name="Bucket">Length of a bucket, aligned to UTC; null for one bucket over everything.</param>
/// <param name="Longest">The longest interval; null for any.</param>
internal sealed record Granularity(TimeSpan? Bucket, TimeSpan? Longest)
{
    private static readonly Dictionary<string, Granularity> All = new(StringComparer.Ordinal)
    {
        ["PT1M"] = new(TimeSpan.FromMinutes(1), TimeSpan.FromHours(6)),
        ["PT5M"] = new(TimeSpan.FromMinutes(5), TimeSpan.FromDays(1)),
        ["PT15M"] = new(TimeSpan.FromMinutes(15), TimeSpan.FromDays(4)),
        ["PT30M"] = new(TimeSpan.FromMinutes(30), TimeSpan.FromDays(7)),
        ["PT1H"] = new(TimeSpan.FromHours(1), null),
        ["PT4H"] = new(TimeSpan.FromHours(4), null),
        ["PT6H"] = new(TimeSpan.FromHours(6), null),
        ["PT12H"] = new(TimeSpan.FromHours(12), null),
        ["P1D"] = new(TimeSpan.FromDays(1), null),
        ["ALL"] = new(null, null),
    };

    public static string Names { get; } = string.Join(", ", All.Keys);

    public static Granularity? Find(string? name) => All.GetValueOrDefault(name ?? "");
}
