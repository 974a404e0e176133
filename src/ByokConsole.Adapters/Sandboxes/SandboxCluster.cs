namespace ByokConsole.Adapters.Sandboxes;

/// <summary>A cluster of the sandbox, with the clients that are connected to it.</summary>
public sealed record SandboxCluster
{
    public required string Id { get; init; }
    public required string EnvironmentId { get; init; }
    public required string DisplayName { get; init; }
    public required string Region { get; init; }
    public bool IsReady { get; init; }
    public DateTimeOffset ReadyAt { get; init; }

    /// <summary>Null for automatic encryption.</summary>
    public string? RegistrationId { get; init; }

    /// <summary>The key version that wraps its data key.</summary>
    public string? WrappedBy { get; init; }
    public bool DeletionProtection { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public int Clients { get; init; }
}
