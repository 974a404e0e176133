using System.Text.Json;
using System.Text.Json.Serialization;

namespace ByokConsole.Cli.Api.Wire;

/// <summary>Why something was not done: the console's RFC 9457 problem, or one of our own in the same shape.</summary>
internal sealed record Problem
{
    public string Code { get; init; } = "not_possible";
    public string? Title { get; init; }
    public int? Status { get; init; }
    public string Detail { get; init; } = "";
    public IReadOnlyList<ProblemError>? Errors { get; init; }

    /// <summary>What else the console says: the cloud, its code, its request id.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? More { get; set; }
}
