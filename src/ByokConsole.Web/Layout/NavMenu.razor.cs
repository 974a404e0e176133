using ByokConsole.Core.Provisioning;
using ByokConsole.Web.Features.Environments;
using ByokConsole.Web.Hosting;
using ByokConsole.Web.Shared;
using ByokConsole.Web.Shared.Clusters;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace ByokConsole.Web.Layout;

/// <summary>The console's screens.</summary>
public sealed partial class NavMenu
{
    private IDisposable? _listening;
    private int _active;

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required CurrentEnvironment Environment { get; init; }

    [Inject]
    public required RunService Runs { get; init; }

    [Inject]
    public required Heartbeat Heartbeat { get; init; }

    [Inject]
    public required ConsoleOptions Options { get; init; }

    private string ClustersTarget => Environment.Id is { } id ? ClusterLinks.List(id) : "/";

    public void Dispose()
    {
        _listening?.Dispose();
        Environment.Changed -= OnEnvironmentChanged;
        Navigation.LocationChanged -= OnLocationChanged;
    }

    protected override Task OnInitializedAsync()
    {
        Navigation.LocationChanged += OnLocationChanged;
        Environment.Changed += OnEnvironmentChanged;
        return CountAsync();
    }

    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
            _listening = Heartbeat.Listen(() => InvokeAsync(ShowAsync));
    }

    private bool IsAt(params string[] places)
        => places.Contains(Navigation.ToBaseRelativePath(Navigation.Uri).Split('/', '?', '#')[0]);

    private async Task CountAsync() => _active = (await Runs.ListAsync(null, CancellationToken.None)).Count(run => !run.HasEnded);

    private async Task ShowAsync()
    {
        await CountAsync();
        StateHasChanged();
    }

    private void OnEnvironmentChanged() => _ = InvokeAsync(StateHasChanged);

    private void OnLocationChanged(object? sender, LocationChangedEventArgs e) => _ = InvokeAsync(ShowAsync);
}
