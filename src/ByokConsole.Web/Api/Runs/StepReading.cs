using System.Text.Json;
using ByokConsole.Core.Provisioning;

namespace ByokConsole.Web.Api.Runs;

/// <summary>One step of a run.</summary>
/// <param name="Name">What it is known by, stable over versions.</param>
/// <param name="Title">What it is called.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Note">What happened, or what is waited for; empty before it starts.</param>
public sealed record StepReading(string Name, string Title, StepState State, string Note)
{
    public DateTimeOffset? StartedAt { get; init; }
    public DateTimeOffset? EndedAt { get; init; }

    internal static StepReading Of(RunStepRecord step) => new(
        JsonNamingPolicy.SnakeCaseLower.ConvertName(step.Name), RunTimeline.TitleOf(step.Name), step.State, step.Note)
    {
        StartedAt = step.StartedAt,
        EndedAt = step.EndedAt,
    };
}
