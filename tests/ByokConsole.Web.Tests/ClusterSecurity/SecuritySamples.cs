using ByokConsole.Core.Clouds;
using ByokConsole.Core.Clusters;
using ByokConsole.Core.Vaults;
using ByokConsole.Tests.Builders;

namespace ByokConsole.Web.Tests.ClusterSecurity;

/// <summary>A bound cluster whose key was rotated before it was made.</summary>
public static class SecuritySamples
{
    public static ClusterSecurityReport Report { get; } = new()
    {
        Cluster = Samples.Cluster,
        Registration = Samples.Registration,
        Versions = new Answer<IReadOnlyList<KeyVersion>>(KeyVersion.Of(
            [
                InMemoryVaultKeys.Version(Samples.StagingKey, 'a', Samples.Noon.AddDays(-20), expires: Samples.Noon.AddDays(19)),
                InMemoryVaultKeys.Version(Samples.StagingKey, 'b', Samples.Noon.AddDays(-200), enabled: false),
            ],
            Samples.Cluster.CreatedAt)),
    };
}
