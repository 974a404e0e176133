using ByokConsole.Core.Vaults;
using ByokConsole.Tests.Builders;

namespace ByokConsole.Tests.Core.Vaults;

public sealed class KeyVersionTests
{
    private static readonly DateTimeOffset Made = Samples.Noon;

    [Fact]
    public void A_version_that_was_replaced_before_the_cluster_was_made_is_not_needed()
    {
        var versions = Versions(createdAt: Made, (Digit: 'a', Days: 5), (Digit: 'b', Days: -5), (Digit: 'c', Days: -50));

        Assert.Equal([VersionUse.Newest, VersionUse.Keep, VersionUse.BeforeCluster], versions.Select(version => version.Use));
    }

    [Fact]
    public void Without_the_clusters_date_every_version_is_kept()
    {
        var versions = Versions(createdAt: null, (Digit: 'a', Days: 5), (Digit: 'b', Days: -5), (Digit: 'c', Days: -50));

        Assert.Equal([VersionUse.Newest, VersionUse.Keep, VersionUse.Keep], versions.Select(version => version.Use));
    }

    [Fact]
    public void Versions_are_sorted_whatever_order_the_vault_gives()
    {
        var versions = Versions(createdAt: Made, (Digit: 'c', Days: -50), (Digit: 'a', Days: 5), (Digit: 'b', Days: -5));

        Assert.Equal("abc", string.Concat(versions.Select(version => version.Version[0])));
    }

    [Theory]
    [InlineData(false, -5, true)]
    [InlineData(true, -5, false)]
    [InlineData(false, -50, false)]
    public void A_disabled_version_is_missed_when_the_cluster_may_need_it(bool enabled, int days, bool missed)
    {
        var versions = KeyVersion.Of(
            [
                InMemoryVaultKeys.Version(Samples.StagingKey, 'a', Made.AddDays(5)),
                InMemoryVaultKeys.Version(Samples.StagingKey, 'b', Made.AddDays(-4)),
                InMemoryVaultKeys.Version(Samples.StagingKey, 'c', Made.AddDays(days), enabled),
            ],
            days == -5 ? Made.AddDays(-4.5) : Made);

        Assert.Equal(missed, versions[2].IsMissed);
    }

    private static IReadOnlyList<KeyVersion> Versions(DateTimeOffset? createdAt, params (char Digit, int Days)[] versions)
        => KeyVersion.Of(
            [.. versions.Select(version => InMemoryVaultKeys.Version(Samples.StagingKey, version.Digit, Made.AddDays(version.Days)))], createdAt);
}
