namespace ByokConsole.Cli.Api.Wire;

/// <summary>About a page.</summary>
internal sealed record PageMetadata
{
    public required int TotalSize { get; init; }

    /// <summary>Address of the next page, or null on the last.</summary>
    public string? Next { get; init; }
}
