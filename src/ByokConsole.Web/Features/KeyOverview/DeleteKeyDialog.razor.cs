using ByokConsole.Core.Clouds;
using ByokConsole.Core.Keys;
using ByokConsole.Web.Shared.Keys;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace ByokConsole.Web.Features.KeyOverview;

/// <summary>Deletes a registration that is free; of one that is not, it says why and until when.</summary>
public sealed partial class DeleteKeyDialog
{
    private static readonly DialogOptions Options = new() { MaxWidth = MaxWidth.Small, FullWidth = true, CloseOnEscapeKey = true };

    private string _typed = "";
    private bool _busy;
    private CloudFault? _fault;

    [Inject]
    public required KeyRetirement Retirement { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Parameter, EditorRequired]
    public required KeyRow Row { get; set; }

    [Parameter]
    public bool IsOpen { get; set; }

    [Parameter]
    public EventCallback<bool> IsOpenChanged { get; set; }

    private async Task DeleteAsync()
    {
        if (_busy)
            return;
        _busy = true;
        _fault = await Retirement.DeleteAsync(Row.Id, CancellationToken.None);
        _busy = false;
        if (_fault is null)
            Navigation.NavigateTo(KeyLinks.List);
    }
}
