using ByokConsole.Core.Drafts;

namespace ByokConsole.Web.Shared.Drafts;

/// <summary>Addresses of drafts and their steps.</summary>
public static class WizardLinks
{
    public static string To(ClusterDraft draft) => To(draft.Id, draft.Reached);

    /// <summary>The draft at the step it has reached, or what became of it.</summary>
    public static string Of(string draftId) => $"/drafts/{Uri.EscapeDataString(draftId)}";

    public static string To(string draftId, DraftStep step) => $"{Of(draftId)}/{NameOf(step)}";

    public static DraftStep? Parse(string name)
        => Enum.GetValues<DraftStep>().Where(step => NameOf(step) == name).Cast<DraftStep?>().FirstOrDefault();

    private static string NameOf(DraftStep step) => step switch
    {
        DraftStep.Type => "type",
        DraftStep.Region => "region",
        DraftStep.Networking => "networking",
        DraftStep.Security => "security",
        _ => "review",
    };
}
