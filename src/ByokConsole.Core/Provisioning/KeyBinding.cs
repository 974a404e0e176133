using ByokConsole.Core.Identifiers;

namespace ByokConsole.Core.Provisioning;

/// <summary>One cluster's time with one key. Times are UTC, the cloud's clock.</summary>
/// <param name="Key">Versionless key identifier.</param>
/// <param name="From">When the binding was seen to begin.</param>
/// <param name="To">When the cluster's deletion was seen, or null while it lasts.</param>
public sealed record KeyBinding(
    KeyIdentifier Key, string RegistrationId, string EnvironmentId, string ClusterId, DateTimeOffset From, DateTimeOffset? To)
{
    /// <summary>How long after its cluster's deletion Confluent releases a key.</summary>
    public static readonly TimeSpan ReleaseAfter = TimeSpan.FromDays(5);
}
