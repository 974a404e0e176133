using ByokConsole.Core.Clouds;
using ByokConsole.Core.KeyHealth;
using ByokConsole.Core.Preflight;
using ByokConsole.Core.Provisioning;
using ByokConsole.Core.Vaults;

namespace ByokConsole.Core.Keys;

/// <summary>Everything about one registered key, as both clouds show it now and as this console remembers it.</summary>
public sealed record KeyDetails
{
    public required KeyRow Row { get; init; }

    /// <summary>Versions, newest first; null when the registration is no key in Azure, else an answer or why there is none.</summary>
    public Answer<IReadOnlyList<KeyVersion>>? Versions { get; init; }

    /// <summary>The rotation policy, or why it cannot be read; null as with <see cref="Versions"/>.</summary>
    public Answer<KeyRotationPolicy>? Policy { get; init; }

    /// <summary>Role assignments of the registration's application at, above and below the vault; null when there is no vault or application.</summary>
    public Answer<IReadOnlyList<RoleAssignment>>? Assignments { get; init; }

    /// <summary>Clusters that it served or serves, newest first, as this console saw it.</summary>
    public IReadOnlyList<KeyBinding> Past { get; init; } = [];

    /// <summary>What changed about it, newest first.</summary>
    public IReadOnlyList<HealthChange> Changes { get; init; } = [];

    /// <summary>The newest revocation of it that this console ran or runs, or null.</summary>
    public Run? Revocation { get; init; }

    /// <summary>How far the cloud's clock runs ahead of the console's.</summary>
    public TimeSpan CloudAhead { get; init; }

    /// <summary>When Key Vault rotates it next, or null when that is not known.</summary>
    public DateTimeOffset? NextRotation
        => Policy is { IsOk: true, Value: var policy } && Versions is { IsOk: true, Value: [{ Attributes: var newest }, ..] }
            ? RotationDate.Next(policy, newest)
            : null;
}
