namespace ByokConsole.Core.Revocation;

/// <summary>One of the four dates.</summary>
/// <param name="At">UTC, the cloud's clock; null when nothing can be said.</param>
public sealed record Milestone(DateTimeOffset? At, MilestoneState State)
{
    public static Milestone NotPlanned { get; } = new(null, MilestoneState.NotPlanned);
}
