using ByokConsole.Core.Keys;
using ByokConsole.Web.Shared.Keys;

namespace ByokConsole.Web.Api.Keys;

/// <summary>Everything about one registered key, as both clouds show it now and as the console remembers it.</summary>
public sealed record KeyDetailsReading
{
    public required KeyReading Registration { get; init; }

    /// <summary>Versions of the vault key, newest first; absent where the vault does not show them.</summary>
    public IReadOnlyList<KeyVersionReading>? Versions { get; init; }

    /// <summary>When Key Vault rotates it next.</summary>
    public DateTimeOffset? NextRotation { get; init; }

    /// <summary>Role assignments of the registration's application at, above and below the vault; absent where they cannot be seen.</summary>
    public IReadOnlyList<RoleReading>? RoleAssignments { get; init; }

    /// <summary>Clusters that it served or serves, newest first, as this console saw it.</summary>
    public required IReadOnlyList<ServiceReading> Clusters { get; init; }

    /// <summary>Why some of it cannot be seen from here.</summary>
    public IReadOnlyList<string> Unseen { get; init; } = [];

    /// <summary>Path of its page in the console.</summary>
    public required string Page { get; init; }

    internal static KeyDetailsReading Of(KeyDetails details) => new()
    {
        Registration = KeyReading.Of(details.Row),
        Versions = details.Versions is { IsOk: true } versions ? [.. versions.Value.Select(KeyVersionReading.Of)] : null,
        NextRotation = details.NextRotation,
        RoleAssignments = details.Assignments is { IsOk: true } assigned ? [.. assigned.Value.Select(RoleReading.Of)] : null,
        Clusters = [.. details.Past.Select(past => new ServiceReading(past.EnvironmentId, past.ClusterId, past.From, past.To))],
        Unseen = [.. new[] { details.Versions?.Fault, details.Policy?.Fault, details.Assignments?.Fault }.OfType<Core.Clouds.CloudFault>().Select(fault => fault.Message).Distinct()],
        Page = KeyLinks.Overview(details.Row.Id),
    };
}
