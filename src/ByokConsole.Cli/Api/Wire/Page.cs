using System.Text.Json.Nodes;

namespace ByokConsole.Cli.Api.Wire;

/// <summary>One page of a list.</summary>
internal sealed record Page
{
    public required JsonArray Data { get; init; }
    public required PageMetadata Metadata { get; init; }
}
