using System.Text.Json;

namespace ByokConsole.Adapters.AzureCloud.Wire;

/// <summary>EventData of Microsoft.Insights 2015-04-01, as far as it tells of a deleted role assignment.</summary>
internal sealed record WireActivity(
    string? Caller,
    WireActivity.Localized? OperationName,
    WireActivity.Localized? Status,
    DateTimeOffset? EventTimestamp,
    JsonElement Claims,
    JsonElement Properties)
{
    internal sealed record Localized(string? Value);
}
