using ByokConsole.Core.Clouds;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace ByokConsole.Web.Features.CreateCluster.Security;

/// <summary>Unlocks the key fields, and asks what becomes of the registration that the old key got here.</summary>
public sealed partial class ChangeKeyDialog
{
    private static readonly DialogOptions Options = new() { MaxWidth = MaxWidth.Small, CloseOnEscapeKey = true };

    private bool _deleteRegistration = true;
    private bool _busy;
    private CloudFault? _fault;

    [Parameter, EditorRequired]
    public required CreateClusterState State { get; set; }

    [Parameter]
    public bool IsOpen { get; set; }

    [Parameter]
    public EventCallback<bool> IsOpenChanged { get; set; }

    private Task CloseAsync()
    {
        _fault = null;
        return IsOpenChanged.InvokeAsync(false);
    }

    private async Task ChangeAsync()
    {
        if (_busy)
            return;
        _busy = true;
        try
        {
            _fault = await State.Key.ChangeAsync(_deleteRegistration && State.Draft.RegistrationMadeHere);
        }
        finally
        {
            _busy = false;
        }
        if (_fault is null)
            await CloseAsync();
    }
}
