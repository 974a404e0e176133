using ByokConsole.Core.Drafts;
using ByokConsole.Core.Preflight;

namespace ByokConsole.Web.Features.CreateCluster;

/// <summary>The first thing that keeps a step from being left, in the order in which it stands on the page.</summary>
public static class StepGate
{
    public const string AccessId = "access";

    public const string ReviewProblemsId = "review-problems";

    public static Blocker? Of(CreateClusterState state, DraftStep step)
        => step is DraftStep.Review && EarlierProblem(state.Draft) is { } earlier ? earlier
            : RuleBroken(state, DraftRules.Check(state.Draft, step)) is { } broken ? broken
            : step is DraftStep.Security ? KeyNotReady(state)
            : step is DraftStep.Review ? NotAcknowledged(state)
            : null;

    /// <summary>What keeps the key from being registered.</summary>
    public static Blocker? OfRegistration(CreateClusterState state)
        => RuleBroken(state, DraftRules.Check(state.Draft, DraftStep.Security).Where(problem => problem.Field is not DraftField.Registration)) ?? CheckFails(state);

    /// <summary>What only the person can say is asked for once nothing is wrong with the key itself: asked before, it would hide that.</summary>
    private static Blocker? RuleBroken(CreateClusterState state, IEnumerable<DraftProblem> problems) => problems.FirstOrDefault() switch
    {
        null => null,
        { Field: DraftField.MaterialGenerated } unsaid => CheckFails(state) ?? BlockerOf(unsaid),
        { } problem => BlockerOf(problem),
    };

    private static Blocker BlockerOf(DraftProblem problem) => new(problem.Message, FieldIds.Of(problem.Field));

    private static Blocker? EarlierProblem(ClusterDraft draft)
        => Enum.GetValues<DraftStep>()
            .Where(step => step < DraftStep.Review && DraftRules.Check(draft, step).Count > 0)
            .Select(step => new Blocker($"{StepWords.Title(step)} is not complete.", ReviewProblemsId))
            .FirstOrDefault();

    private static Blocker? KeyNotReady(CreateClusterState state)
    {
        if (state.Draft.Encryption is EncryptionMode.Automatic)
            return null;
        if (CheckFails(state) is { } failing)
            return failing;
        return state.Checks.StateOf(CheckName.GrantInForce) is CheckState.Pass
            ? null
            : new Blocker("The grant is not in force yet.", AccessId);
    }

    private static Blocker? CheckFails(CreateClusterState state)
    {
        // The attestation is a rule as well, and told in that rule's words.
        var failing = PreflightRunner.Order.Where(check => state.Checks.StateOf(check.Name) is CheckState.Fail).ToList();
        if (failing.TrueForAll(check => check.Name is CheckName.MaterialGenerated))
            return null;
        var waiting = state.Checks.Results.Values.Count(result => result.State is CheckState.Waiting);
        var reason = failing.Count == 1 ? $"1 check fails: {failing[0].Title}" : $"{failing.Count} checks fail, first: {failing[0].Title}";
        return new Blocker(
            waiting == 0 ? $"{reason}." : $"{reason}; {waiting} waiting.",
            failing.SelectMany(check => state.Checks.Results[check.Name].Fields).Select(FieldIds.Of).FirstOrDefault(AccessId));
    }

    /// <summary>What is still to be typed to confirm what losing the key means.</summary>
    public static Blocker? NotAcknowledged(CreateClusterState state)
        => state.Draft.Encryption is EncryptionMode.SelfManaged && !Acknowledged(state)
            ? new Blocker(Differs(state, StringComparison.OrdinalIgnoreCase)
                ? "Type the key's name to confirm what losing it means."
                : "Type the key's name as it is written: only upper and lower case differ.", FieldIds.Of(DraftField.Acknowledgement))
            : null;

    private static bool Acknowledged(CreateClusterState state) => !Differs(state, StringComparison.Ordinal);

    private static bool Differs(CreateClusterState state, StringComparison comparison)
        => !string.Equals(state.Acknowledgement.Trim(), StepWords.KeyName(state.Draft), comparison);
}
