using ByokConsole.Core.Clouds;

namespace ByokConsole.Adapters;

/// <summary>What one unsuccessful answer said, before it is put into words.</summary>
internal sealed record Refusal(FaultKind Kind)
{
    public int? Status { get; init; }
    public string? Code { get; init; }

    /// <summary>Why, in the console's words: the rest of a sentence that starts with the service's name. Null for the kind's own.</summary>
    public string? Reason { get; init; }

    /// <summary>The cloud's own sentence, or null.</summary>
    public string? Detail { get; init; }
    public string? RequestId { get; init; }
    public TimeSpan? RetryAfter { get; init; }
    public IReadOnlyList<FieldProblem> Problems { get; init; } = [];
    public string? ExistingId { get; init; }
    public DateTimeOffset? CloudTime { get; init; }

    /// <summary>True when the request cannot have had an effect, whatever its kind says.</summary>
    public bool NeverArrived { get; init; }
}
