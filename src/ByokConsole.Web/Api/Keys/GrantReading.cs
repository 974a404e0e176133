using ByokConsole.Core.Grants;
using ByokConsole.Web.Api.Preflight;

namespace ByokConsole.Web.Api.Keys;

/// <summary>Where the grant of a registration stands. Assigned is not yet in force: Azure takes minutes, seldom up to half an hour.</summary>
/// <param name="RegistrationId">The registration.</param>
/// <param name="Phase">Where it stands.</param>
/// <param name="Explanation">What is, and what to do; empty when it is in force.</param>
/// <param name="Checks">The two checks that this is told from.</param>
public sealed record GrantReading(string RegistrationId, GrantPhase Phase, string Explanation, IReadOnlyList<CheckReading> Checks)
{
    /// <summary>The application that needs the roles.</summary>
    public Guid? ApplicationId { get; init; }
    public string? KeyVaultId { get; init; }
    public string? TenantId { get; init; }

    /// <summary>While it takes effect: since when, in the cloud's time.</summary>
    public DateTimeOffset? Since { get; init; }
}
