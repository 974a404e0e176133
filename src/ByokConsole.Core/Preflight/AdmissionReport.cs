using ByokConsole.Core.Drafts;

namespace ByokConsole.Core.Preflight;

/// <summary>What speaks against something that is asked for.</summary>
/// <param name="Problems">What the rules find wrong with the text.</param>
/// <param name="Results">What the checks found, in their order; empty where there is no key to ask about.</param>
public sealed record AdmissionReport(IReadOnlyList<DraftProblem> Problems, IReadOnlyList<CheckResult> Results)
{
    /// <summary>Checks that fail. A rule that says the same (the attestation) is told once, in the rule's words.</summary>
    public IEnumerable<CheckResult> Failed => Results
        .Where(result => result.State is CheckState.Fail && !result.Fields.Any(named => Problems.Any(problem => problem.Field == named)));

    /// <summary>What time alone may mend.</summary>
    public IEnumerable<CheckResult> Waiting => Results.Where(result => result.State is CheckState.Waiting);

    /// <summary>What a person should know all the same.</summary>
    public IEnumerable<CheckResult> Warnings => Results.Where(result => result.State is CheckState.Warn or CheckState.Skipped);

    public bool IsRefused => Problems.Count > 0 || Failed.Any();
}
