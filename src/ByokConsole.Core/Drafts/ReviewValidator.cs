using FluentValidation;

namespace ByokConsole.Core.Drafts;

/// <summary>Step 5: the name. The typed acknowledgement belongs to the moment and is not kept in the draft.</summary>
public sealed class ReviewValidator : AbstractValidator<ClusterDraft>
{
    public ReviewValidator()
    {
        RuleLevelCascadeMode = CascadeMode.Stop;
        RuleFor(draft => draft.DisplayName)
            .Must(name => !string.IsNullOrWhiteSpace(name)).WithErrorCode(DraftRules.Missing).WithMessage("Give the cluster a name.").At(DraftField.DisplayName)
            .MaximumLength(DraftLimits.MaxDisplayName).WithMessage($"A name has at most {DraftLimits.MaxDisplayName} characters.").At(DraftField.DisplayName)
            .Must(name => !name.Any(char.IsControl)).WithMessage("A name has no line breaks or other control characters.").At(DraftField.DisplayName)
            .Must(name => name == name.Trim()).WithMessage("A name does not begin or end with a space.").At(DraftField.DisplayName);
    }
}
