namespace ByokConsole.Core.Provisioning;

/// <summary>One step of a run as journalled. Times are UTC, the console's clock.</summary>
public sealed record RunStepRecord
{
    /// <summary>Name of the step's class, stable over versions.</summary>
    public required string Name { get; init; }
    public StepState State { get; init; } = StepState.ToCome;
    public DateTimeOffset? StartedAt { get; init; }
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Written before the act: an act whose answer is lost is looked for, never blindly repeated.</summary>
    public DateTimeOffset? IntentAt { get; init; }

    /// <summary>What happened or what is waited for, for the timeline. Empty before it starts.</summary>
    public string Note { get; init; } = "";
}
