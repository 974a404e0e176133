namespace ByokConsole.Cli.Api.Wire;

/// <summary>One role of the registration's application.</summary>
internal sealed record RoleAssignment
{
    public required string Role { get; init; }
    public required string Scope { get; init; }
}
