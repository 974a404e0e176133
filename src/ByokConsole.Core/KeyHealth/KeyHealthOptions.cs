namespace ByokConsole.Core.KeyHealth;

/// <summary>How often the keys in use are checked.</summary>
/// <param name="Interval">From the end of one sweep to the start of the next, give or take a tenth.</param>
public sealed record KeyHealthOptions(TimeSpan Interval)
{
    public static readonly KeyHealthOptions Default = new(TimeSpan.FromMinutes(5));
}
