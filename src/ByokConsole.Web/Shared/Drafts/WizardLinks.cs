using ByokConsole.Core.Drafts;

namespace ByokConsole.Web.Shared.Drafts;

/// <summary>Addresses of drafts and their steps.</summary>
public static class WizardLinks
{
    public static string To(ClusterDraft draft) => To(draft.Id, draft.Reached);

    public static string To(string draftId, DraftStep step) => $"/drafts/{Uri.EscapeDataString(draftId)}/{NameOf(step)}";

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
