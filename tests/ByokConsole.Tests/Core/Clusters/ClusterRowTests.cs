using ByokConsole.Core.Clusters;
using ByokConsole.Tests.Builders;

namespace ByokConsole.Tests.Core.Clusters;

public sealed class ClusterRowTests
{
    private static readonly ClusterRow Row = ClusterRow.Of(Samples.Cluster, Samples.Registration, null);

    [Theory]
    [InlineData("")]
    [InlineData("pay")]
    [InlineData("LKC-ST4")]
    [InlineData("westeurope staging")]
    [InlineData("cck-st4g1")]
    [InlineData("staging-cmk")]
    [InlineData("running dedicated")]
    public void Every_word_of_the_filter_may_be_anywhere(string text) => Assert.True(Row.Matches(text));

    [Theory]
    [InlineData("eastus")]
    [InlineData("pay eastus")]
    [InlineData("automatic")]
    public void One_word_that_is_nowhere_hides_the_row(string text) => Assert.False(Row.Matches(text));

    [Theory]
    [InlineData("PROVISIONED", ClusterStanding.Running)]
    [InlineData("provisioning", ClusterStanding.Provisioning)]
    [InlineData("FAILED", ClusterStanding.Failed)]
    [InlineData("HIBERNATING", ClusterStanding.Other)]
    public void A_phase_unknown_today_is_none_of_ours(string phase, ClusterStanding standing)
        => Assert.Equal(standing, ClusterRow.StandingOf(Samples.Cluster with { Phase = phase }));
}
