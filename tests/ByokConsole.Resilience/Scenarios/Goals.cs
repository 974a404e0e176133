using ByokConsole.Resilience.Blows;

namespace ByokConsole.Resilience.Scenarios;

/// <summary>What has to be so once a run has succeeded; each says what is not.</summary>
internal static class Goals
{
    public static IEnumerable<string> Registered(Findings found)
    {
        if (found.Registrations.ToList() is not [var one] || one.Id != found.Run.Facts.RegistrationId)
            yield return "the key is not registered exactly once, as the run says";
        else if (found.Run.DraftId is not null && (found.Draft is not { RegistrationMadeHere: true } draft || draft.RegistrationId != one.Id || draft.ApplicationId?.ToString() != one.ApplicationId))
            yield return "the draft does not name its registration";
    }

    public static IEnumerable<string> Granted(Findings found)
    {
        if (found.Assignments.Select(one => (one.RoleId, one.PrincipalId)).ToList() is not [var one, var other] || one.RoleId == other.RoleId)
            yield return $"there are not both roles once each at the vault, but {found.Assignments.Count()}";
        else if (one.PrincipalId != found.Run.Facts.PrincipalId || other.PrincipalId != one.PrincipalId)
            yield return "a role is not the registration's";
    }

    public static IEnumerable<string> Created(Findings found)
    {
        if (found.LiveClusters.Where(one => one.RegistrationId == found.Run.Input.RegistrationId).ToList() is not [var cluster])
            yield return "there is not exactly one cluster with the key";
        else if (cluster.Id != found.Run.Facts.ClusterId)
            yield return "the run names another cluster";
        else if (found.Bindings.SingleOrDefault(one => one.ClusterId == cluster.Id) is not { To: null })
            yield return "the binding of key and cluster is not recorded";
        if (found.Run.DraftId is not null && found.Draft is not null)
            yield return "the draft is still there";
    }

    public static IEnumerable<string> CreatedAutomatically(Findings found)
    {
        if (!found.LiveClusters.Any(one => one.Id == found.Run.Facts.ClusterId))
            yield return "the cluster is not there";
    }

    public static IEnumerable<string> RevokedAndDeleted(Findings found)
        => Deleted(found, keepsGrants: false).Concat(Unmet(
            (found.Key.DeletedAt is null, "the vault key is not deleted"),
            // One that the cloud does not let go of is kept, and the person is told.
            (found.Registrations.Any() && found.Fault is not Fault.Conflict, "the registration is still there"),
            (found.Run.Facts.Removal?.EvidenceDigest is null, "no evidence is sealed")));

    public static IEnumerable<string> RevokedAndDisabled(Findings found)
        => Deleted(found, keepsGrants: false).Concat(Unmet(
            (found.Key.Versions.Any(version => version.Enabled), "a version of the vault key is enabled"),
            (found.Run.Facts.Removal?.DisabledVersions.Count != found.Key.Versions.Count, "the run does not know what it disabled"),
            (!found.Registrations.Any(), "the registration is gone")));

    public static IEnumerable<string> Deleted(Findings found)
        => Deleted(found, keepsGrants: true).Concat(Unmet(
            (found.Key is not { DeletedAt: null, Newest.Enabled: true }, "the vault key was touched"),
            (!found.Registrations.Any(), "the registration is gone")));

    public static IEnumerable<string> Recovered(Findings found) => Unmet((found.Key.DeletedAt is not null, "the vault key is still deleted"));

    public static IEnumerable<string> Enabled(Findings found)
        => Granted(found).Concat(Unmet((found.Key.Versions.Any(version => !version.Enabled), "a version of the vault key is disabled")));

    private static IEnumerable<string> Deleted(Findings found, bool keepsGrants) => Unmet(
        (found.LiveClusters.Any(one => one.Id == found.Run.Input.ClusterId), "the cluster is still there"),
        (found.Assignments.Any() != keepsGrants, keepsGrants ? "the grants are gone" : "a grant is still there"),
        (found.Bindings.SingleOrDefault(one => one.ClusterId == found.Run.Input.ClusterId) is not { To: not null }, "the binding is not closed"));

    private static IEnumerable<string> Unmet(params (bool IsUnmet, string Text)[] demands)
        => demands.Where(demand => demand.IsUnmet).Select(demand => demand.Text);
}
