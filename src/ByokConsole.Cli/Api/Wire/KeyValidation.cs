namespace ByokConsole.Cli.Api.Wire;

/// <summary>Confluent's own opinion of a key.</summary>
internal sealed record KeyValidation
{
    public required string Phase { get; init; }
    public DateTimeOffset? Since { get; init; }
    public string? Message { get; init; }
}
