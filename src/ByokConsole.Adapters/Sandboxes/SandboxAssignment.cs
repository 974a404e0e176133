namespace ByokConsole.Adapters.Sandboxes;

/// <summary>A role assignment of the sandbox.</summary>
public sealed record SandboxAssignment
{
    /// <summary>Its GUID.</summary>
    public required string Name { get; init; }
    public required string ResourceId { get; init; }
    public required string Scope { get; init; }
    public string? Role { get; init; }
    public required string PrincipalId { get; init; }

    /// <summary>The principal's name.</summary>
    public string? Principal { get; init; }
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>From when on it counts, by the sandbox's clock.</summary>
    public DateTimeOffset InForceFrom { get; init; }
}
