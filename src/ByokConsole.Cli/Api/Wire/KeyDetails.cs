namespace ByokConsole.Cli.Api.Wire;

/// <summary>Everything about a registered key.</summary>
internal sealed record KeyDetails
{
    public required RegisteredKey Registration { get; init; }
    public IReadOnlyList<KeyVersion>? Versions { get; init; }
    public DateTimeOffset? NextRotation { get; init; }
    public IReadOnlyList<RoleAssignment>? RoleAssignments { get; init; }
    public IReadOnlyList<Service>? Clusters { get; init; }
    public IReadOnlyList<string>? Unseen { get; init; }
    public string? Page { get; init; }
}
