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

    /// <summary>
    /// The cloud's clock just before the first intent whose outcome is not known: what was created before it cannot be ours.
    /// The console's clock where the cloud gave none.
    /// </summary>
    public DateTimeOffset? IntentCloudTime { get; init; }

    /// <summary>Looks since the newest intent that found nothing of it.</summary>
    public int EmptyLooks { get; init; }

    /// <summary>What happened or what is waited for, for the timeline. Empty before it starts.</summary>
    public string Note { get; init; } = "";
}
