using ByokConsole.Core.KeyHealth;
using ByokConsole.Web.Api.Preflight;

namespace ByokConsole.Web.Api.Keys;

/// <summary>What the newest round of checks found about a key.</summary>
/// <param name="RegistrationId">The key's registration.</param>
/// <param name="Standing">How it stands, in one word.</param>
/// <param name="CheckedAt">When the round ended (UTC, the console's clock).</param>
/// <param name="Checks">Every check, in a fixed order.</param>
/// <param name="Changes">What changed, newest first.</param>
public sealed record HealthReading(
    string RegistrationId, KeyStanding Standing, DateTimeOffset CheckedAt, IReadOnlyList<CheckReading> Checks, IReadOnlyList<HealthChange> Changes)
{
    public string? ClusterId { get; init; }
    public string? EnvironmentId { get; init; }

    /// <param name="standing">As the list of keys says it: of a key that serves nobody that is not what its checks say.</param>
    internal static HealthReading Of(KeyHealthReport report, KeyStanding standing, IReadOnlyList<HealthChange> changes)
        => new(report.RegistrationId, standing, report.CheckedAt, [.. report.Results.Select(result => CheckReading.Of(result, report.ClusterId is not null))], changes)
        {
            ClusterId = report.ClusterId,
            EnvironmentId = report.EnvironmentId,
        };
}
