using FluentValidation;

namespace ByokConsole.Core.Drafts;

/// <summary>Step 1: the cluster's type and size.</summary>
public sealed class TypeValidator : AbstractValidator<ClusterDraft>
{
    public TypeValidator()
    {
        RuleLevelCascadeMode = CascadeMode.Stop;
        RuleFor(draft => draft.ClusterType)
            .NotNull().WithMessage("Choose a cluster type.").At(DraftField.ClusterType)
            .Equal(ClusterType.Dedicated).WithMessage("Choose Dedicated: the other types take no key of yours.").At(DraftField.ClusterType);
        RuleFor(draft => draft.Cku)
            .NotNull().WithMessage("Give the size in CKU, a whole number.").At(DraftField.Cku)
            .GreaterThanOrEqualTo(DraftLimits.MinCkuSingleZone).WithMessage($"A cluster has at least {DraftLimits.MinCkuSingleZone} CKU.").At(DraftField.Cku)
            .LessThanOrEqualTo(DraftLimits.MaxCku).WithMessage($"More than {DraftLimits.MaxCku} CKU are beyond what a Dedicated cluster is published to reach.").At(DraftField.Cku);
    }
}
