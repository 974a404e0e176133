using ByokConsole.Core.Provisioning;

namespace ByokConsole.Core.Revocation;

/// <summary>The four dates of a revocation. All follow from what the run has learnt and the cloud's clock.</summary>
/// <param name="ClusterGone">The cluster is gone, and with it all access to its data.</param>
/// <param name="KeyDeleted">The vault key is deleted (or disabled, where that was chosen).</param>
/// <param name="KeyReleased">Confluent Cloud lets go of the key: five days after the cluster is gone.</param>
/// <param name="KeyUnrecoverable">The vault purges the deleted key: nobody can get it back.</param>
public sealed record FourDates(Milestone ClusterGone, Milestone KeyDeleted, Milestone KeyReleased, Milestone KeyUnrecoverable)
{
    /// <summary>What a vault keeps deleted keys for when it was not told otherwise.</summary>
    private const int DefaultRetentionDays = 90;

    /// <param name="facts">What the run knows.</param>
    /// <param name="now">The cloud's clock.</param>
    public static FourDates Of(RemovalFacts facts, DateTimeOffset now)
    {
        var gone = facts.GoneAt is { } at ? new Milestone(at, MilestoneState.Happened) : new Milestone(now, MilestoneState.Estimated);
        return new FourDates(gone, Deleted(facts, now), Released(facts, gone), Unrecoverable(facts, now));
    }

    /// <summary>The same for a run that deletes a cluster, by the console's clock and what the run knows of the cloud's.</summary>
    public static FourDates Of(Run run, DateTimeOffset consoleNow)
    {
        var facts = run.Facts.Removal ?? new RemovalFacts();
        return Of(facts, consoleNow + facts.CloudAhead);
    }

    private static Milestone Deleted(RemovalFacts facts, DateTimeOffset now) => facts switch
    {
        { KeyChoice: KeyChoice.Keep } => Milestone.NotPlanned,
        { KeyDeletedAt: { } at } => new(at, MilestoneState.Happened),
        { KeyChoice: KeyChoice.Disable, KeyDisabledAt: { } at } => new(at, MilestoneState.Happened),
        _ => new(now, MilestoneState.Estimated),
    };

    private static Milestone Released(RemovalFacts facts, Milestone gone)
        => facts.ReleasedAt is { } released ? new(released, MilestoneState.Happened)
            : new(gone.At + KeyBinding.ReleaseAfter, gone.State is MilestoneState.Happened ? MilestoneState.Fixed : MilestoneState.Estimated);

    private static Milestone Unrecoverable(RemovalFacts facts, DateTimeOffset now)
    {
        if (facts.KeyDeletedAt is null && facts.KeyChoice is KeyChoice.Keep or KeyChoice.Disable)
            return Milestone.NotPlanned;
        var retention = TimeSpan.FromDays(facts.Radius?.RetentionDays ?? DefaultRetentionDays);
        if (facts.KeyDeletedAt is not { } deleted)
            return new(now + retention, MilestoneState.Estimated);
        var purge = facts.ScheduledPurgeAt ?? deleted + retention;
        return new(purge, purge <= now ? MilestoneState.Happened : MilestoneState.Fixed);
    }
}
