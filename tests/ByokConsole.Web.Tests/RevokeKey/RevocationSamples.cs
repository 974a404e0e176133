using ByokConsole.Core.Provisioning;
using ByokConsole.Core.Revocation;
using ByokConsole.Tests.Builders;

namespace ByokConsole.Web.Tests.RevokeKey;

/// <summary>A revocation at the moments that look different.</summary>
public static class RevocationSamples
{
    public static BlastRadius Radius { get; } = new()
    {
        ClusterId = Samples.Cluster.Id,
        ClusterName = Samples.Cluster.DisplayName,
        EnvironmentId = Samples.Staging,
        Size = "Dedicated, 1 CKU",
        Region = "westeurope",
        BootstrapEndpoint = Samples.Cluster.BootstrapEndpoint,
        RestEndpoint = Samples.Cluster.RestEndpoint,
        DeletionProtection = true,
        RegistrationId = Samples.Registration.Id,
        KeyIdentifier = Samples.StagingKey,
        Connections = 12,
        RetentionDays = 90,
        PurgeProtected = true,
        ReadAt = Samples.Noon,
    };

    public static RemovalFacts Facts { get; } = new() { Radius = Radius };

    public static PersonQuestion Plan { get; } = new("This deletes it.",
    [
        new PersonChoice(AnswerIds.AgreePlan, "Go on to the clients")
        {
            Options = [new(AnswerIds.OthersKnow, "Nobody else uses this vault key, or they have been told", true),
                new(AnswerIds.DeleteRegistration, "Delete it once released")],
        },
    ]);

    public static PersonQuestion Clients { get; } = new("Stop every client.",
        [new PersonChoice(AnswerIds.StateStopped, "The metrics are wrong: record a statement") { TextLabel = "How you know it" }]);

    public static PersonQuestion Deletion { get; } = new("Deleting payments-staging deletes all its data and cannot be taken back.",
    [
        new PersonChoice(AnswerIds.DeleteCluster, "Delete cluster payments-staging")
        {
            TextLabel = "Name of the cluster", ExpectedText = "payments-staging", IsIrreversible = true,
            Options = [new(AnswerIds.Unprotect, "Turn its deletion protection off first", true)],
        },
    ]);

    public static PersonQuestion Unseen { get; } = new(
        "Confluent Cloud no longer shows it. That can mean that this console lost its permission.",
    [
        new PersonChoice(AnswerIds.StateDeleted, "It is deleted: record a statement") { TextLabel = "What you checked" },
        new(AnswerIds.LookAgain, "Look again"), new(AnswerIds.Stop, "End this run"),
    ]);

    public static PersonQuestion Key { get; } = new("What is to become of the vault key?",
    [
        new(AnswerIds.KeepKey, "Leave the vault key as it is"), new(AnswerIds.DisableKey, "Disable every version"),
        new PersonChoice(AnswerIds.DeleteKey, "Delete the key") { TextLabel = "Name of the key", ExpectedText = "staging-cmk",
            IsIrreversible = true },
    ]);

    public static PersonQuestion KeyInUse { get; } = new(
        "Nothing can be done to the vault key now. orders-prod (lkc-other in env-9kx2v) uses the same vault key.",
        [new(AnswerIds.KeepKey, "Leave the vault key as it is")]);

    public static PersonQuestion KeyByHand { get; } = new("Run this where you may change the key.",
        [new(AnswerIds.KeepKey, "Leave the vault key as it is")])
    {
        Command = "az keyvault key delete --id …",
    };

    /// <summary>Every step before the named one is done; that one stands as it is told.</summary>
    public static Run At(string step, PersonQuestion? question = null, RemovalFacts? facts = null, StepState state = StepState.Waiting)
    {
        var names = RunPlan.NamesOf(RunKind.RevokeAccess).ToList();
        var (index, isAsking) = (names.IndexOf(step), question is not null && state is StepState.NeedsPerson);
        return Samples.Run with
        {
            Id = "run-rev1",
            Kind = RunKind.RevokeAccess,
            Subject = "payments-staging",
            DraftId = null,
            State = isAsking ? RunState.NeedsPerson : RunState.Running,
            Question = question,
            Input = new RunInput
            {
                ClusterId = Samples.Cluster.Id, RegistrationId = Samples.Registration.Id, KeyIdentifier = Samples.StagingKey,
                VaultResourceId = Samples.Registration.Vault!.ToString(), ApplicationId = Samples.Registration.ApplicationId,
                    Region = "westeurope",
            },
            Facts = new RunFacts { Removal = facts ?? Facts },
            Steps = [.. names.Select((name, at) => new RunStepRecord
            {
                Name = name,
                State = at < index ? StepState.Done : at == index ? state : StepState.ToCome,
                StartedAt = at <= index ? Samples.Noon : null,
                EndedAt = at < index ? Samples.Noon.AddSeconds(1) : null,
                IntentAt = at < index && name == StepNames.DeleteCluster ? Samples.Noon : null,
                Note = at == index ? "Waits." : "",
            })],
        };
    }

    public static Run Asking(string step, PersonQuestion question, RemovalFacts? facts = null)
        => At(step, question, facts, StepState.NeedsPerson);

    /// <summary>All steps done; the key deleted at noon.</summary>
    public static Run Done { get; } = At(StepNames.RecordEvidence, null, Facts with
    {
        AgreedBy = "another operator",
        ClientsStatement = "Nobody is left.",
        DeletionAnsweredAt = Samples.Noon,
        GoneAt = Samples.Noon,
        KeyChoice = KeyChoice.Delete,
        KeyChosenBy = "another operator",
        KeyDeletedAt = Samples.Noon,
        ScheduledPurgeAt = Samples.Noon.AddDays(90),
        RemovedRoles = ["Key Vault Reader"],
        ReleasedAt = Samples.Noon.AddDays(5),
        RegistrationDeletedAt = Samples.Noon.AddDays(5),
        EvidenceDigest = "ab12",
    }, StepState.Done) with
    {
        State = RunState.Succeeded,
        EndedAt = Samples.Noon.AddDays(5),
    };

    /// <summary>An hour of whole minutes up to the lag, with what each minute has; null for a minute without a point.</summary>
    public static ConnectionReading Reading(Func<int, double?> minute)
    {
        var from = Samples.Noon.AddMinutes(-60);
        List<MetricPoint> points = [.. Enumerable.Range(0, 57).Where(at => minute(at) is not null).Select(at
            => new MetricPoint(from.AddMinutes(at), minute(at)!.Value))];
        return ClientWatch.Judge(points, Samples.Noon.AddMinutes(-5), Samples.Noon);
    }
}
