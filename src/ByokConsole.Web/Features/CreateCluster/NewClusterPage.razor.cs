using ByokConsole.Core.Clusters;
using ByokConsole.Core.Confluent;
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
    private bool _isUnknown;

    [Inject]
    public required ClusterCatalog Catalog { get; init; }

    [Inject]
    public required DraftService Drafts { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Parameter]
    public string EnvironmentId { get; set; } = "";

    private bool Knows(Reading<IReadOnlyList<ConfluentEnvironment>> environments)
        => environments.Value?.Any(environment => environment.Id == EnvironmentId) is true;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
            return;
        var environments = await Catalog.EnvironmentsAsync(fresh: false, CancellationToken.None);
        if (!Knows(environments))
            environments = await Catalog.EnvironmentsAsync(fresh: true, CancellationToken.None);
        // While Confluent cannot be asked, nothing speaks against it: the launch will tell.
        if (environments is { Fault: null } && !Knows(environments))
        {
            _isUnknown = true;
            StateHasChanged();
            return;
        }

        var draft = await Drafts.CreateAsync(EnvironmentId, CancellationToken.None);
        Navigation.NavigateTo(WizardLinks.To(draft), replace: true);
    }
}
