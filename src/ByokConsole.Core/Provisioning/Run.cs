namespace ByokConsole.Core.Provisioning;

/// <summary>One durable execution, as journalled. Times are UTC, the console's clock.</summary>
public sealed record Run
{
    /// <summary><c>run-…</c></summary>
    public required string Id { get; init; }
    public required RunKind Kind { get; init; }

    /// <summary>Cluster name, key name or registration: what the run is about, for lists and titles.</summary>
    public required string Subject { get; init; }
    public required string EnvironmentId { get; init; }

    /// <summary>Draft it was started from, or null.</summary>
    public string? DraftId { get; init; }

    /// <summary>Who started it: the local operator until sign-in exists.</summary>
    public required string StartedBy { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? EndedAt { get; init; }
    public RunState State { get; init; } = RunState.Running;
    public required RunInput Input { get; init; }
    public RunFacts Facts { get; init; } = new();
    public required IReadOnlyList<RunStepRecord> Steps { get; init; }
    public Rejection? Rejection { get; init; }

    /// <summary>What it asks. A run that waits may ask as well: then the answer is one of two ways on.</summary>
    public PersonQuestion? Question { get; init; }

    /// <summary>The person's choice, until the step that asked has acted on it.</summary>
    public PersonAnswer? Answer { get; init; }

    /// <summary>Fencing token: whoever holds the newest may write; an older holder's write is refused.</summary>
    public long Fence { get; init; }

    /// <summary>Counts journal writes, takeovers included; the store sets it. Whoever watches compares it.</summary>
    public long Revision { get; init; }

    /// <summary>When the next look is due, or null when it is not waiting.</summary>
    public DateTimeOffset? NextLookAt { get; init; }

    public bool HasEnded => State is RunState.Succeeded or RunState.Failed or RunState.Cancelled;
}
