using ByokConsole.Core.Revocation;

namespace ByokConsole.Tests.Core.Revocation;

/// <summary>The four dates, from what is known.</summary>
public sealed class FourDatesTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 23, 41, 0, TimeSpan.Zero);

    [Fact]
    public void Before_anything_happened_each_is_no_earlier_than_today()
    {
        var dates = FourDates.Of(new RemovalFacts(), Now);

        Assert.Equal(new Milestone(Now, MilestoneState.Estimated), dates.ClusterGone);
        Assert.Equal(new Milestone(Now, MilestoneState.Estimated), dates.KeyDeleted);
        Assert.Equal(new Milestone(Now.AddDays(5), MilestoneState.Estimated), dates.KeyReleased);
        Assert.Equal(new Milestone(Now.AddDays(90), MilestoneState.Estimated), dates.KeyUnrecoverable);
    }

    [Theory]
    [InlineData(KeyChoice.Keep, MilestoneState.NotPlanned)]
    [InlineData(KeyChoice.Disable, MilestoneState.Estimated)]
    public void A_key_that_is_not_deleted_stays_recoverable(KeyChoice choice, MilestoneState deleted)
    {
        var dates = FourDates.Of(new RemovalFacts { KeyChoice = choice, GoneAt = Now }, Now);

        Assert.Equal((deleted, MilestoneState.NotPlanned), (dates.KeyDeleted.State, dates.KeyUnrecoverable.State));
        Assert.Equal(new Milestone(Now.AddDays(5), MilestoneState.Fixed), dates.KeyReleased);
    }

    [Fact]
    public void The_vaults_own_purge_date_counts_and_comes_true()
    {
        var facts = new RemovalFacts { KeyChoice = KeyChoice.Delete, KeyDeletedAt = Now, ScheduledPurgeAt = Now.AddDays(7) };

        Assert.Equal(new Milestone(Now.AddDays(7), MilestoneState.Fixed), FourDates.Of(facts, Now).KeyUnrecoverable);
        Assert.Equal(MilestoneState.Happened, FourDates.Of(facts, Now.AddDays(7)).KeyUnrecoverable.State);
    }
}
