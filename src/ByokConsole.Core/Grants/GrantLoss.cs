using ByokConsole.Core.Clouds;
using ByokConsole.Core.Provisioning;

namespace ByokConsole.Core.Grants;

/// <summary>What is missing of a grant that was there, and whether it may be put back.</summary>
public sealed record GrantLoss
{
    /// <summary>Roles that are missing; none when the grant is whole.</summary>
    public required IReadOnlyList<LostRole> Roles { get; init; }

    /// <summary>Why the activity log could not be read, or null when it was.</summary>
    public CloudFault? LogFault { get; init; }

    /// <summary>The revocation under way, whose work must not be undone under its hands; null when there is none.</summary>
    public Run? Revocation { get; init; }

    public bool MayBeRestored => Roles.Count > 0 && Revocation is null;
}
