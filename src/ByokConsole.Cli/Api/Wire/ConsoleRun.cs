namespace ByokConsole.Cli.Api.Wire;

/// <summary>A run of the console: durable, it goes on whoever watches.</summary>
internal sealed record ConsoleRun
{
    public required string Id { get; init; }
    public required string Kind { get; init; }
    public required string Subject { get; init; }
    public required string State { get; init; }
    public required bool HasEnded { get; init; }
    public string? EnvironmentId { get; init; }
    public string? RegistrationId { get; init; }
    public string? ApplicationId { get; init; }
    public string? ClusterId { get; init; }
    public string? StartedBy { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? EndedAt { get; init; }
    public DateTimeOffset? NextLookAt { get; init; }
    public required IReadOnlyList<RunStep> Steps { get; init; }
    public RunQuestion? Question { get; init; }
    public RunRejection? Rejection { get; init; }
    public IReadOnlyList<ProblemError>? Warnings { get; init; }
    public string? Page { get; init; }

    public bool HasSucceeded => State is "succeeded";

    /// <summary>True when nothing happens until somebody answers; a question of a run that looks by itself may stay open.</summary>
    public bool NeedsPerson => State is "needs_person";

    /// <summary>The step where it stands, or null.</summary>
    public RunStep? Current => Steps.FirstOrDefault(step => step.State is "running" or "waiting" or "needs_person" or "failed" or "cancelled");
}
