using ByokConsole.Core.Provisioning;

namespace ByokConsole.Adapters.Storage.Rows;

/// <summary>A run in the operation journal.</summary>
internal sealed class RunRow
{
    public required string Id { get; init; }

    public required RunKind Kind { get; init; }

    public required string Subject { get; init; }

    public required string EnvironmentId { get; init; }

    public string? DraftId { get; init; }

    public required string StartedBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Unique: asking twice for the same thing finds the first run.</summary>
    public required string IdempotencyKey { get; init; }

    public DateTimeOffset? EndedAt { get; set; }

    public RunState State { get; set; }

    public required RunInput Input { get; init; }

    public required RunFacts Facts { get; set; }

    public Rejection? Rejection { get; set; }

    public PersonQuestion? Question { get; set; }

    /// <summary>The person's answer as JSON.</summary>
    public string? Answer { get; set; }

    public long Fence { get; set; }

    /// <summary>Concurrency token: counts writes.</summary>
    public long Revision { get; set; }

    public DateTimeOffset? NextLookAt { get; set; }

    public List<RunStepRow> Steps { get; init; } = [];
}
