using ByokConsole.Core.Drafts;
using Microsoft.AspNetCore.Components;

namespace ByokConsole.Web.Features.Drafts;

/// <summary>The drafts of an environment: go on with one, or discard it.</summary>
public sealed partial class DraftsPage
{
    private IReadOnlyList<ClusterDraft>? _drafts;
    private ClusterDraft? _asked;
    private bool _asking;

    [Inject]
    public required DraftService Drafts { get; init; }

    [Parameter]
    public string EnvironmentId { get; set; } = "";

    protected override Task OnParametersSetAsync() => LoadAsync();

    private async Task LoadAsync() => _drafts = await Drafts.ListAsync(EnvironmentId, CancellationToken.None);

    private void Ask(ClusterDraft draft) => (_asked, _asking) = (draft, true);
}
