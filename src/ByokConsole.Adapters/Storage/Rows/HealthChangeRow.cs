using ByokConsole.Core.Preflight;

namespace ByokConsole.Adapters.Storage.Rows;

/// <summary>A finding about a key that changed. Append-only.</summary>
internal sealed class HealthChangeRow
{
    public long Id { get; init; }

    public required string RegistrationId { get; init; }

    public string? ClusterId { get; init; }

    public required CheckName Check { get; init; }

    public CheckState? From { get; init; }

    public string? ObservedBefore { get; init; }

    public required CheckState To { get; init; }

    public string? Observed { get; init; }

    public required string Explanation { get; init; }

    public required DateTimeOffset SeenAt { get; init; }
}
