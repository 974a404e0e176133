using ByokConsole.Core.Drafts;
using ByokConsole.Web.Shared.Drafts;
using Microsoft.AspNetCore.Components;

namespace ByokConsole.Web.Features.CreateCluster;

/// <summary>
/// Makes a draft and goes on to its first step. Only a live visit makes one (a prerender is not a wish), and its
/// address replaces this one, so that neither a reload nor "back" makes a second.
/// </summary>
public sealed partial class NewClusterPage
{
    [Inject]
    public required DraftService Drafts { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Parameter]
    public string EnvironmentId { get; set; } = "";

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
            return;
        var draft = await Drafts.CreateAsync(EnvironmentId, CancellationToken.None);
        Navigation.NavigateTo(WizardLinks.To(draft), replace: true);
    }
}
