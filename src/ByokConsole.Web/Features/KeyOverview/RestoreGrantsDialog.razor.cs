using ByokConsole.Core.Clouds;
using ByokConsole.Core.Drafts;
using ByokConsole.Core.Grants;
using ByokConsole.Core.Keys;
using ByokConsole.Web.Shared.Clusters;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace ByokConsole.Web.Features.KeyOverview;

/// <summary>Shows which roles are gone, who took them away and when, and puts them back on request.</summary>
public sealed partial class RestoreGrantsDialog
{
    private static readonly DialogOptions Options = new() { MaxWidth = MaxWidth.Small, FullWidth = true, CloseOnEscapeKey = true };

    private Answer<GrantLoss>? _loss;
    private CloudFault? _refusal;
    private bool _wasOpen;
    private bool _busy;

    [Inject]
    public required GrantRestorer Restorer { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Parameter, EditorRequired]
    public required KeyRow Row { get; set; }

    [Parameter]
    public bool IsOpen { get; set; }

    [Parameter]
    public EventCallback<bool> IsOpenChanged { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        if (_wasOpen == IsOpen)
            return;
        _wasOpen = IsOpen;
        (_loss, _refusal) = (null, null);
        if (IsOpen)
            await LookAsync();
    }

    private async Task LookAsync() => _loss = await Restorer.LookAsync(Row.Id, CancellationToken.None);

    private async Task RestoreAsync()
    {
        if (_busy)
            return;
        _busy = true;
        var started = await Restorer.StartAsync(Row.Id, DraftService.LocalOperator, CancellationToken.None);
        _busy = false;
        if (started.IsOk)
            Navigation.NavigateTo(ClusterLinks.Run(started.Value.Id));
        else
            _refusal = started.Fault;
    }
}
