namespace ByokConsole.Cli.Api.Wire;

/// <summary>One version of the vault key.</summary>
internal sealed record KeyVersion
{
    public required string Version { get; init; }
    public required string Use { get; init; }
    public required bool Enabled { get; init; }
    public DateTimeOffset? Created { get; init; }
    public DateTimeOffset? Expires { get; init; }
}
