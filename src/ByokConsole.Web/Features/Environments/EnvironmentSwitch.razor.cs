using ByokConsole.Core.Clusters;
using ByokConsole.Core.Confluent;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components.Web;

namespace ByokConsole.Web.Features.Environments;

/// <summary>Says which environment the page is about and leads to the others.</summary>
public sealed partial class EnvironmentSwitch : IDisposable
{
    private bool _open;

    [Inject]
    public required ClusterCatalog Catalog { get; init; }

    [Inject]
    public required CurrentEnvironment Current { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    private IReadOnlyList<ConfluentEnvironment>? Known => Catalog.KnownEnvironments.Value;

    private ConfluentEnvironment? Chosen => Known?.FirstOrDefault(environment => environment.Id == Current.Id);

    public void Dispose()
    {
        Navigation.LocationChanged -= OnLocationChanged;
        Current.Changed -= OnChanged;
    }

    protected override async Task OnInitializedAsync()
    {
        Navigation.LocationChanged += OnLocationChanged;
        Current.Changed += OnChanged;
        // Asked for once, by the live page; a fault is told by the page, which needs the environments too.
        if (RendererInfo.IsInteractive)
            await Catalog.EnvironmentsAsync(fresh: false, CancellationToken.None);
    }

    private void OnKeyDown(KeyboardEventArgs e) => _open &= e.Key is not "Escape";

    private void OnChanged() => _ = InvokeAsync(StateHasChanged);

    private void OnLocationChanged(object? sender, LocationChangedEventArgs e)
    {
        _open = false;
        _ = InvokeAsync(StateHasChanged);
    }
}
