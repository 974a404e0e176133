using ByokConsole.Core.Clouds;
using ByokConsole.Core.Clusters;
using ByokConsole.Core.Vaults;
using ByokConsole.Tests.Builders;
using ByokConsole.Web.Shared.Keys;

namespace ByokConsole.Web.Tests.ClusterSecurity;

public sealed class KeyVersionsTests : PageTestContext
{
    [Fact]
    public void Versions_are_listed_newest_first_with_what_each_means_to_the_cluster()
    {
        var table = Show(SecuritySamples.Report);

        Assert.Equal(
            [new string('a', 32), "Newest", "4 Nov 2026", "13 Dec 2026", "yes", new string('b', 32), "Before the cluster", "8 May 2026", "never", "no"],
            table.FindAll("td").Select(Text));
        Assert.Equal([new string('a', 32), new string('b', 32)], table.FindAll("[data-copy]").Select(button => button.GetAttribute("data-copy")));
    }

    [Fact]
    public void A_disabled_version_that_the_cluster_needs_is_no_quiet_row()
    {
        var versions = KeyVersion.Of(
            [
                InMemoryVaultKeys.Version(Samples.StagingKey, 'a', Samples.Noon),
                InMemoryVaultKeys.Version(Samples.StagingKey, 'b', Samples.Noon.AddDays(-100), enabled: false),
            ],
            Samples.Cluster.CreatedAt);

        var table = Show(SecuritySamples.Report with { Versions = new Answer<IReadOnlyList<KeyVersion>>(versions) });

        var pill = table.FindAll(".pill")[1];
        Assert.Equal("Disabled, and needed", Text(pill));
        Assert.Contains("fail", pill.ClassList);
    }

    [Fact]
    public void Versions_that_cannot_be_seen_say_why()
    {
        var firewall = new CloudFault(CloudService.KeyVault, FaultKind.ForbiddenByFirewall, "The vault's firewall keeps this console out.");

        var table = Show(SecuritySamples.Report with { Versions = firewall });

        Assert.Contains("The vault's firewall keeps this console out.", table.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Empty(table.FindAll("table"));
    }

    [Fact]
    public void Without_a_known_key_there_are_no_versions_to_tell()
        => Assert.Contains("neither can its versions", Show(SecuritySamples.Report with { Versions = null }).Markup, StringComparison.Ordinal);

    private IRenderedComponent<KeyVersions> Show(ClusterSecurityReport report) => Render<KeyVersions>(p => p.Add(x => x.Versions, report.Versions));
}
