using FluentValidation;

namespace ByokConsole.Core.Drafts;

/// <summary>Ties a rule to the field of the wizard that shows it.</summary>
internal static class DraftRuleExtensions
{
    public static IRuleBuilderOptions<ClusterDraft, T> At<T>(this IRuleBuilderOptions<ClusterDraft, T> rule, DraftField field)
        => rule.WithState(_ => field);
}
