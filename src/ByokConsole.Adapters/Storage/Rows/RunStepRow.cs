using ByokConsole.Core.Provisioning;

namespace ByokConsole.Adapters.Storage.Rows;

/// <summary>One step of a run.</summary>
internal sealed class RunStepRow
{
    public required string RunId { get; init; }

    /// <summary>Counts from 0.</summary>
    public required int Position { get; init; }

    public required string Name { get; init; }

    public StepState State { get; set; }

    public DateTimeOffset? StartedAt { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    public DateTimeOffset? IntentAt { get; set; }

    public DateTimeOffset? IntentCloudTime { get; set; }

    public int EmptyLooks { get; set; }

    public string Note { get; set; } = "";
}
