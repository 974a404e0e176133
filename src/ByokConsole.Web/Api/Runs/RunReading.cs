using ByokConsole.Core.Provisioning;
using ByokConsole.Web.Api.Problems;
using ByokConsole.Web.Shared.Clusters;

namespace ByokConsole.Web.Api.Runs;

/// <summary>One durable execution. Times are UTC, the console's clock.</summary>
public sealed record RunReading
{
    /// <summary><c>run-…</c></summary>
    public required string Id { get; init; }
    public required RunKind Kind { get; init; }

    /// <summary>Cluster name, key name or registration: what it is about.</summary>
    public required string Subject { get; init; }
    public required RunState State { get; init; }

    /// <summary>True when it stands still for good, whatever its end.</summary>
    public required bool HasEnded { get; init; }
    public string? EnvironmentId { get; init; }
    public string? RegistrationId { get; init; }
    public Guid? ApplicationId { get; init; }

    /// <summary>The cluster that it made or deletes.</summary>
    public string? ClusterId { get; init; }
    public required string StartedBy { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>When it looks next, if it waits.</summary>
    public DateTimeOffset? NextLookAt { get; init; }
    public required IReadOnlyList<StepReading> Steps { get; init; }

    /// <summary>What it asks a person; answer it at <c>/answer</c>.</summary>
    public QuestionReading? Question { get; init; }

    /// <summary>Why it failed.</summary>
    public RejectionReading? Rejection { get; init; }

    /// <summary>What the checks warned of when it was started here; empty later.</summary>
    public IReadOnlyList<ApiError> Warnings { get; init; } = [];

    /// <summary>Path of its page in the console.</summary>
    public required string Page { get; init; }

    internal static RunReading Of(Run run) => new()
    {
        Id = run.Id,
        Kind = run.Kind,
        Subject = run.Subject,
        State = run.State,
        HasEnded = run.HasEnded,
        EnvironmentId = run.EnvironmentId.Length == 0 ? null : run.EnvironmentId,
        RegistrationId = run.Facts.RegistrationId ?? run.Input.RegistrationId,
        ApplicationId = run.Facts.ApplicationId ?? run.Input.ApplicationId,
        ClusterId = run.Facts.ClusterId ?? run.Input.ClusterId,
        StartedBy = run.StartedBy,
        CreatedAt = run.CreatedAt,
        EndedAt = run.EndedAt,
        NextLookAt = run.NextLookAt,
        Steps = [.. run.Steps.Select(StepReading.Of)],
        Question = run.Question is { } question ? QuestionReading.Of(question) : null,
        Rejection = run.Rejection is { } rejection ? RejectionReading.Of(rejection) : null,
        Page = ClusterLinks.Run(run.Id),
    };
}
