using ByokConsole.Core.Provisioning;
using ByokConsole.Core.Drafts;
using ByokConsole.Tests.Builders;

namespace ByokConsole.Web.Tests.RunProgress;

/// <summary>A run that creates a cluster, at the moments that look different.</summary>
public static class RunSamples
{
    public static Rejection Rejection { get; } = new(
        "The encryption key is not valid or not authorized for Confluent.",
        [new(DraftField.KeyIdentifier, "Confluent refused this key."), new(DraftField.Region, "Not in this region.")],
        "No cluster was created. Registration cck-st4g1 remains.",
        "byok_key_invalid",
        "5d7f3a");

    /// <summary>The key was checked, the cluster adopted, and Confluent is at work since ten minutes.</summary>
    public static Run Waiting { get; } = Samples.Run with
    {
        Facts = new RunFacts { ClusterId = "lkc-7x2m4d", ClusterPhase = "PROVISIONING" },
        Steps =
        [
            Step(StepNames.RecheckKey, StepState.Done, 0, 0.2, "14 of 14 checks pass."),
            Step(StepNames.CreateCluster, StepState.Done, 1, 12, "Confluent's first answer was lost. The cluster was found by its key and adopted: lkc-7x2m4d"),
            Step(StepNames.WaitProvisioned, StepState.Waiting, 13, null, "Confluent prepares brokers, storage and your key."),
            new() { Name = StepNames.VerifyKey },
        ],
    };

    public static Run Done { get; } = Waiting with
    {
        State = RunState.Succeeded,
        EndedAt = Samples.Noon.AddMinutes(20),
        Steps = [.. Waiting.Steps.Select(step => step with { State = StepState.Done, StartedAt = Samples.Noon, EndedAt = Samples.Noon.AddMinutes(1) })],
    };

    public static Run Failed { get; } = Waiting with
    {
        State = RunState.Failed,
        EndedAt = Samples.Noon.AddSeconds(12),
        Facts = new RunFacts(),
        Rejection = Rejection,
        Steps =
        [
            Waiting.Steps[0],
            Waiting.Steps[1] with { State = StepState.Failed, Note = "Confluent refused the cluster." },
            new() { Name = StepNames.WaitProvisioned },
            new() { Name = StepNames.VerifyKey },
        ],
    };

    public static Run Asking { get; } = Waiting with
    {
        State = RunState.NeedsPerson,
        Facts = new RunFacts(),
        Question = new PersonQuestion("Two clusters fit. Which one is it?", [new("lkc-aa111", "It is lkc-aa111"), new("none", "Neither")]),
    };

    private static RunStepRecord Step(string name, StepState state, double start, double? end, string note) => new()
    {
        Name = name,
        State = state,
        StartedAt = Samples.Noon.AddSeconds(start),
        EndedAt = end is { } seconds ? Samples.Noon.AddSeconds(seconds) : null,
        Note = note,
    };
}
