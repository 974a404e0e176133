using ByokConsole.Core.Provisioning;
using ByokConsole.Resilience.Blows;
using ByokConsole.Resilience.Report;
using ByokConsole.Sandbox.Seed;

namespace ByokConsole.Resilience.Scenarios;

/// <summary>What must hold however a run went, and after a success what was wanted besides.</summary>
internal static class Judgement
{
    public static IEnumerable<Violation> Of(Scenario scenario, Findings found, IReadOnlyList<Run> runs)
    {
        var ended = runs.Where(run => run.Kind == scenario.Kind && !run.HasEnded).ToList();
        return
        [
            .. ended.Select(run => new Violation(false, $"run {run.Id} has no end: {run.State}, {run.Question?.Text ?? run.Steps[RunProgress.Current(run)].Note}")),
            .. Twice(found), .. Ownerless(found, runs),
            .. found.Run.State is RunState.Succeeded ? scenario.Judge(found).Select(text => new Violation(false, text)) : Unsucceeded(found),
        ];
    }

    /// <summary>Only a cloud that says no may end a run otherwise.</summary>
    private static IEnumerable<Violation> Unsucceeded(Findings found)
    {
        if (found.Run.HasEnded && found.Fault is not Fault.Conflict)
            yield return new Violation(false, $"the run ended as {found.Run.State}: {found.Run.Rejection?.Reason}");
    }

    private static IEnumerable<Violation> Twice(Findings found)
        => TwiceAmong("registration", found.World.Registrations.All.Select(one => $"{one.KeyId} {one.KeyVaultId} {one.TenantId}"))
            .Concat(TwiceAmong("assignment", found.World.Assignments.All.Select(one => $"{one.Scope} {one.RoleId} {one.PrincipalId}")))
            .Concat(TwiceAmong("service principal", found.World.Principals.All.Select(one => one.AppId)))
            .Concat(TwiceAmong("cluster", found.OwnClusters.Select(one => $"{one.DisplayName} in {one.EnvironmentId}")))
            .Concat(TwiceAmong("cluster", found.LiveClusters.Where(one => one.RegistrationId is not null).Select(one => one.RegistrationId!)));

    private static IEnumerable<Violation> TwiceAmong(string what, IEnumerable<string> names)
        => names.GroupBy(name => name.ToLowerInvariant()).Where(group => group.Count() > 1).Select(group => new Violation(true, $"{group.Count()} times {what}: {group.Key}"));

    /// <summary>What no run knows of although a run made it.</summary>
    private static IEnumerable<Violation> Ownerless(Findings found, IReadOnlyList<Run> runs)
        => found.OwnClusters.Where(cluster => cluster.EnvironmentId == SeededIds.DefaultEnvironment && !runs.Any(run => run.Facts.ClusterId == cluster.Id))
            .Select(cluster => new Violation(false, $"cluster {cluster.Id} has no run"))
            .Concat(found.Registrations.Where(one => !runs.Any(run => run.Facts.RegistrationId == one.Id))
                .Select(one => new Violation(false, $"registration {one.Id} has no run")));
}
