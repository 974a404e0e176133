namespace ByokConsole.Adapters.Sandboxes;

/// <summary>A key registration as the sandbox's Confluent side holds it.</summary>
public sealed record SandboxRegistration
{
    public required string Id { get; init; }
    public string? DisplayName { get; init; }
    public required string KeyId { get; init; }

    /// <summary>AVAILABLE or IN_USE.</summary>
    public required string State { get; init; }

    /// <summary>INITIALIZING, VALID or INVALID.</summary>
    public required string Phase { get; init; }
    public string? Message { get; init; }
    public string? Region { get; init; }
    public DateTimeOffset Since { get; init; }
    public required string ApplicationId { get; init; }

    /// <summary>Its application's service principal; null while there is none in the tenant.</summary>
    public string? PrincipalId { get; init; }
    public IReadOnlyList<string> Clusters { get; init; } = [];
}
