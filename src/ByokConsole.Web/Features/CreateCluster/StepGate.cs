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
            : RuleBroken(state.Draft, step) is { } broken ? (broken.ElementId == FieldIds.Of(DraftField.MaterialGenerated) ? OfRegistration(state) : broken)
            : step is DraftStep.Security ? KeyNotReady(state)
            : step is DraftStep.Review ? NotAcknowledged(state)
            : null;

    /// <summary>What keeps the key from being registered.</summary>
    public static Blocker? OfRegistration(CreateClusterState state)
    {
        var problems = DraftRules.Check(state.Draft, DraftStep.Security).Where(problem => problem.Field is not DraftField.Registration).ToList();
        return BlockerOf(problems.Find(problem => problem.Field is not DraftField.MaterialGenerated)) ?? CheckFails(state) ?? BlockerOf(problems is [var first, ..] ? first : null);
    }

    private static Blocker? RuleBroken(ClusterDraft draft, DraftStep step) => BlockerOf(DraftRules.Check(draft, step) is [var first, ..] ? first : null);

    private static Blocker? BlockerOf(DraftProblem? problem) => problem is null ? null : new(problem.Message, FieldIds.Of(problem.Field));

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
        // What only the person can say is asked for last, in its own words: it would hide what is wrong with the key.
        var failing = state.Checks.Failing.Where(result => result.Check is not CheckName.MaterialGenerated).ToList();
        if (failing.Count == 0)
            return null;
        var waiting = state.Checks.Results.Values.Count(result => result.State is CheckState.Waiting);
        var first = PreflightRunner.Order.First(check => failing.Exists(result => result.Check == check.Name)).Title;
        var reason = failing.Count == 1 ? $"1 check fails: {first}" : $"{failing.Count} checks fail, first: {first}";
        return new Blocker(
            waiting == 0 ? $"{reason}." : $"{reason}; {waiting} waiting.",
            failing.SelectMany(result => result.Fields).Select(FieldIds.Of).FirstOrDefault(AccessId));
    }

    private static Blocker? NotAcknowledged(CreateClusterState state)
        => state.Draft.Encryption is EncryptionMode.SelfManaged && !Acknowledged(state)
            ? new Blocker(Differs(state, StringComparison.OrdinalIgnoreCase)
                ? "Type the key's name to confirm what losing it means."
                : "Type the key's name as it is written: only upper and lower case differ.", FieldIds.Of(DraftField.Acknowledgement))
            : null;

    private static bool Acknowledged(CreateClusterState state) => !Differs(state, StringComparison.Ordinal);

    private static bool Differs(CreateClusterState state, StringComparison comparison)
        => !string.Equals(state.Acknowledgement.Trim(), StepWords.KeyName(state.Draft), comparison);
}
