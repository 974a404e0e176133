using ByokConsole.Core.Drafts;
using ByokConsole.Core.Provisioning;
using ByokConsole.Core.Revocation;
using ByokConsole.Resilience.Twin;
using ByokConsole.Sandbox.Seed;

namespace ByokConsole.Resilience.Scenarios;

/// <summary>Every kind of run, in every shape in which it writes something else to a cloud.</summary>
internal static class Catalogue
{
    public const string Register = "register";
    public const string Grant = "grant";
    public const string Create = "create";
    public const string CreateAutomatic = "create-automatic";
    public const string RevokeDeleting = "revoke-deleting-key";
    public const string RevokeDisabling = "revoke-disabling-key";

    public static IReadOnlyList<Scenario> All { get; } =
    [
        new(Register, RunKind.RegisterKey) { StartAsync = FromDraft(Worlds.Draft, service => service.RegisterKeyAsync), SharedDraft = Worlds.Draft, Judge = Goals.Registered },
        new(Grant, RunKind.GrantAccess)
        {
            After = Register, StartAsync = FromDraft(Worlds.Draft, service => service.GrantAccessAsync), SharedDraft = Worlds.Draft, Judge = Goals.Granted,
        },
        new(Create, RunKind.CreateCluster) { After = Grant, Prepare = NotYetValid, StartAsync = FromDraft(Worlds.Draft, service => service.LaunchClusterAsync), Judge = Goals.Created },
        new(CreateAutomatic, RunKind.CreateCluster) { StartAsync = FromDraft(Worlds.AutomaticDraft, service => service.LaunchClusterAsync), Judge = Goals.CreatedAutomatically },
        new(RevokeDeleting, RunKind.RevokeAccess)
        {
            After = Create, Prepare = Protect, StartAsync = RevokeAsync, Wishes = new(AnswerIds.DeleteKey, DeletesRegistration: true), Judge = Goals.RevokedAndDeleted,
        },
        new(RevokeDisabling, RunKind.RevokeAccess)
        {
            After = Create, Prepare = Rotate, StartAsync = RevokeAsync, Wishes = new(AnswerIds.DisableKey), Judge = Goals.RevokedAndDisabled,
        },
        new("delete-cluster", RunKind.DeleteCluster) { After = Create, Prepare = Protect, StartAsync = DeleteAsync, Judge = Goals.Deleted },
        new("recover-key", RunKind.RestoreKey) { After = RevokeDeleting, StartAsync = ReturnAsync, Judge = Goals.Recovered },
        new("enable-key", RunKind.RestoreKey) { After = RevokeDisabling, StartAsync = ReturnAsync, Judge = Goals.Enabled },
        new("restore-grants", RunKind.RestoreGrants) { After = Create, Prepare = TakeGrants, StartAsync = RestoreAsync, Judge = Goals.Granted },
    ];

    public static Scenario Find(string name) => All.First(scenario => scenario.Name == name);

    private static Func<ConsoleTwin, Task<Run>> FromDraft(string draft, Func<RunService, Func<ClusterDraft, CancellationToken, Task<Run>>> start)
        => async console => await start(console.Service)((await console.Drafts.FindAsync(draft, CancellationToken.None))!, CancellationToken.None);

    private static async Task<Run> RevokeAsync(ConsoleTwin console)
        => (await console.Revocations.StartRevocationAsync(SeededIds.DefaultEnvironment, await ClusterAsync(console), DraftService.LocalOperator, CancellationToken.None)).Value;

    private static async Task<Run> DeleteAsync(ConsoleTwin console)
        => (await console.Revocations.StartDeletionAsync(SeededIds.DefaultEnvironment, await ClusterAsync(console), DraftService.LocalOperator, CancellationToken.None)).Value;

    private static async Task<Run> ReturnAsync(ConsoleTwin console)
        => (await console.Revocations.StartReturnAsync((await FirstAsync(console, RunKind.RevokeAccess)).Id, DraftService.LocalOperator, CancellationToken.None)).Value;

    private static async Task<Run> RestoreAsync(ConsoleTwin console)
        => (await console.Restorer.StartAsync((await FirstAsync(console, RunKind.RegisterKey)).Facts.RegistrationId!, DraftService.LocalOperator, CancellationToken.None)).Value;

    private static async Task<string> ClusterAsync(ConsoleTwin console) => (await FirstAsync(console, RunKind.CreateCluster)).Facts.ClusterId!;

    private static async Task<Run> FirstAsync(ConsoleTwin console, RunKind kind)
        => (await console.Runs.ListAsync(null, CancellationToken.None)).First(run => run.Kind == kind);

    /// <summary>How long it takes to be valid is the weather's.</summary>
    private static void NotYetValid(CloudTwin cloud) => cloud.World.Write(change =>
    {
        foreach (var registration in cloud.World.Registrations.All.Where(one => one.KeyId == Worlds.KeyText))
            change.Put(cloud.World.Registrations, registration with { Phase = "INITIALIZING" });
    });

    private static void Protect(CloudTwin cloud)
    {
        cloud.Advance(TimeSpan.FromHours(1));
        cloud.World.Write(change =>
        {
            foreach (var cluster in cloud.World.Clusters.All.Where(one => one.EnvironmentId == SeededIds.DefaultEnvironment))
                change.Put(cloud.World.Clusters, cluster with { DeletionProtection = true });
        });
    }

    /// <summary>A second version, so that there are two to disable.</summary>
    private static void Rotate(CloudTwin cloud)
    {
        cloud.Advance(TimeSpan.FromHours(1));
        var key = cloud.World.Keys.Find($"{Worlds.VaultName}/{Worlds.KeyName}")!;
        cloud.World.Write(change => change.Put(
            cloud.World.Keys, key with { Versions = [.. key.Versions, key.Newest with { Version = Guid.NewGuid().ToString("N"), Created = cloud.Time.GetUtcNow() }] }));
    }

    private static void TakeGrants(CloudTwin cloud) => cloud.World.Write(change =>
    {
        foreach (var assignment in cloud.World.Assignments.All.Where(one => one.Scope.Equals(Worlds.VaultText, StringComparison.OrdinalIgnoreCase)).ToList())
            change.Remove(cloud.World.Assignments, assignment.Id);
    });
}
