using ByokConsole.Core.Confluent;
using ByokConsole.Core.Identifiers;
using ByokConsole.Core.Provisioning;
using ByokConsole.Core.Revocation;
using ByokConsole.Core.Vaults;
using ByokConsole.Tests.Core.Provisioning;

namespace ByokConsole.Tests.Core.Revocation;

/// <summary>A bench with a cluster that carries the key, and a person who answers what the runs ask.</summary>
internal static class Removals
{
    public const string Cluster = "lkc-orders";
    public const string Name = "orders-prod";
    public const string By = "another operator";
    public static readonly Guid Principal = Guid.Parse("3d9a1b60-0c55-4d8e-9f6c-1f6a2f1f7b01");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>One cluster with the key, the key with two enabled versions and one that was disabled before, both grants.</summary>
    public static async Task<Bench> StartAsync()
    {
        var bench = await Bench.StartAsync();
        bench.Cloud.Registrations[0] = bench.Cloud.Registrations[0] with { State = "IN_USE" };
        AddCluster(bench, Cluster, Bench.Registration, Bench.Environment);
        bench.Cloud.Keys.Add('3');
        bench.Cloud.Keys.Add('2');
        bench.Cloud.Keys.Add('1', enabled: false);
        bench.Cloud.Principals.Add(new ServicePrincipal(Principal, Bench.Application, null));
        foreach (var role in KeyVaultRole.OfGrant)
            bench.Cloud.Assignments.Add(Assigned(role, Bench.VaultText));
        return bench;
    }

    public static RoleAssignment Assigned(KeyVaultRole role, string scope)
        => new($"{scope}/providers/Microsoft.Authorization/roleAssignments/{Guid.NewGuid()}", scope, role.Id, Principal, null, false);

    public static KafkaCluster AddCluster(Bench bench, string id, string? registration, string environment, string name = Name) => bench.Cloud.AddCluster(
        Provisioning.Clusters.Made(Provisioning.Clusters.Asked(isSelfManaged: true)) with
        {
            Id = id, DisplayName = name, EnvironmentId = environment, KeyRegistrationId = registration, Phase = "PROVISIONED", DeletionProtection = id == Cluster,
        });

    /// <summary>Another registration of the same vault key, in use by a cluster of another environment.</summary>
    public static void AddOtherUser(Bench bench)
    {
        bench.Cloud.Registrations.Add(bench.Cloud.Registrations[0] with { Id = "cck-other", KeyText = Bench.KeyText.ToUpperInvariant(), Key = KeyIdentifier.Parse(Bench.KeyText) });
        AddCluster(bench, "lkc-other", "cck-other", FakeCloud.OtherEnvironment, "elsewhere");
    }

    public static async Task<Run> RevokeAsync(Bench bench)
        => (await bench.Revocations.StartRevocationAsync(Bench.Environment, Cluster, By, Token)).Value;

    public static async Task<Run> DeleteAsync(Bench bench)
        => (await bench.Revocations.StartDeletionAsync(Bench.Environment, Cluster, By, Token)).Value;

    /// <summary>Answers the question that stands, and requires that the answer counts.</summary>
    public static async Task SayAsync(Bench bench, string runId, string choice, string? text = null, params IReadOnlyList<string> options)
        => Assert.Equal(AnswerOutcome.Accepted, await bench.AnswerAsync(runId, choice, text, options));

    /// <summary>Works the run, and answers what it asks as a person would who wants it to go on, until a step is reached or it ends.</summary>
    public static async Task<Run> GoAsync(Bench bench, string runId, string? until = null, string key = AnswerIds.DeleteKey)
    {
        for (var turns = 0; turns < 200; turns++)
        {
            var run = await bench.Engine.AdvanceAsync(runId, Token) ?? (await bench.Runs.FindAsync(runId, Token))!;
            if (run.HasEnded || (until is not null && run.Steps[RunProgress.Current(run)].Name == until))
                return run;
            if (run.State is RunState.NeedsPerson)
                await AnswerAsync(bench, run, key);
            else if (run.Steps[RunProgress.Current(run)].Name == StepNames.WaitRelease)
                bench.Clock.Advance(TimeSpan.FromDays(5));
            else if (run.NextLookAt > bench.Clock.GetUtcNow())
                bench.Clock.Advance(run.NextLookAt.Value - bench.Clock.GetUtcNow());
        }
        throw new InvalidOperationException("The run does not come to an end.");
    }

    private static Task AnswerAsync(Bench bench, Run run, string key) => run.Question!.Choices[0].Id switch
    {
        AnswerIds.AgreePlan => SayAsync(bench, run.Id, AnswerIds.AgreePlan, null, AnswerIds.OthersKnow, AnswerIds.DeleteRegistration),
        AnswerIds.DeleteCluster => SayAsync(bench, run.Id, AnswerIds.DeleteCluster, Name, AnswerIds.Unprotect),
        AnswerIds.StateDeleted => SayAsync(bench, run.Id, AnswerIds.StateDeleted, "Seen in Confluent Cloud's own console"),
        AnswerIds.KeepKey => SayAsync(bench, run.Id, key, "orders-cmk"),
        AnswerIds.RemoveGrants => SayAsync(bench, run.Id, AnswerIds.RemoveGrants),
        var other => throw new InvalidOperationException($"Nobody told what to say to {other}."),
    };
}
