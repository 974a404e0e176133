using FluentValidation;

namespace ByokConsole.Core.Drafts;

/// <summary>Asks the validator of a step and says which field each problem belongs to.</summary>
public static class DraftRules
{
    /// <summary>FluentValidation's own code of a value that is not there; a rule of ours that means the same says so.</summary>
    internal const string Missing = "NotEmptyValidator";

    private static readonly Dictionary<DraftStep, AbstractValidator<ClusterDraft>> Validators = new()
    {
        [DraftStep.Type] = new TypeValidator(),
        [DraftStep.Region] = new RegionValidator(),
        [DraftStep.Networking] = new NetworkingValidator(),
        [DraftStep.Security] = new SecurityValidator(),
        [DraftStep.Review] = new ReviewValidator(),
    };

    /// <summary>What is wrong with one step; empty when it is complete.</summary>
    public static IReadOnlyList<DraftProblem> Check(ClusterDraft draft, DraftStep step)
        => [.. Validators[step].Validate(draft).Errors.Select(error => new DraftProblem((DraftField)error.CustomState, error.ErrorMessage)
        {
            IsMissing = error.ErrorCode is Missing or "NotNullValidator",
        })];

    /// <summary>What is wrong with any step, in the order of the steps.</summary>
    public static IReadOnlyList<DraftProblem> CheckAll(ClusterDraft draft) => [.. Enum.GetValues<DraftStep>().SelectMany(step => Check(draft, step))];

    /// <summary>The step a field is on.</summary>
    public static DraftStep StepOf(DraftField field) => field switch
    {
        DraftField.ClusterType or DraftField.Cku => DraftStep.Type,
        DraftField.Region or DraftField.Availability => DraftStep.Region,
        DraftField.Networking or DraftField.Network => DraftStep.Networking,
        DraftField.DisplayName or DraftField.Acknowledgement => DraftStep.Review,
        _ => DraftStep.Security,
    };
}
