namespace ByokConsole.Core.KeyHealth;

/// <summary>How often the keys in use are checked.</summary>
/// <param name="Interval">From the end of one sweep to the start of the next, give or take a tenth.</param>
public sealed record KeyHealthOptions(TimeSpan Interval)
{
    public static readonly KeyHealthOptions Default = new(TimeSpan.FromMinutes(5));

    /// <summary>Below this a sweep would hardly have ended when the next one starts.</summary>
    public static readonly TimeSpan Shortest = TimeSpan.FromSeconds(10);

    /// <summary>Above this a finding comes too late to be of use.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(1);
}
