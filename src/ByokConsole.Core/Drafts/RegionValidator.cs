using ByokConsole.Core.Confluent;
using FluentValidation;

namespace ByokConsole.Core.Drafts;

/// <summary>Step 2: where the cluster runs. A region that the console does not know passes: the cloud decides.</summary>
public sealed class RegionValidator : AbstractValidator<ClusterDraft>
{
    public RegionValidator()
    {
        RuleLevelCascadeMode = CascadeMode.Stop;
        RuleFor(draft => draft.Region)
            .NotEmpty().WithMessage("Choose a region.").At(DraftField.Region)
            .Matches(@"\A[a-z0-9]{3,40}\z").WithMessage("A region's name is lower case without spaces, such as eastus.").At(DraftField.Region);
        RuleFor(draft => draft.Availability)
            .Must((draft, availability) => draft.Cku is null || draft.Cku >= DraftLimits.MinCku(availability))
            .WithMessage($"Several zones need at least {DraftLimits.MinCkuMultiZone} CKU. Choose a single zone, or change the size.")
            .When(draft => draft.Availability is Availability.MultiZone)
            .WithState(_ => DraftField.Availability);
    }
}
