using ByokConsole.Core.Clouds;
using ByokConsole.Core.Drafts;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace ByokConsole.Web.Features.CreateCluster;

/// <summary>Asks before a draft is forgotten, and what becomes of the registration it made.</summary>
public sealed partial class DiscardDialog
{
    private static readonly DialogOptions Options = new() { MaxWidth = MaxWidth.Small, CloseOnEscapeKey = true };

    private bool _deleteRegistration = true;
    private bool _busy;
    private CloudFault? _fault;

    [Inject]
    public required DraftService Drafts { get; init; }

    [Parameter]
    public ClusterDraft? Draft { get; set; }

    [Parameter]
    public bool IsOpen { get; set; }

    [Parameter]
    public EventCallback<bool> IsOpenChanged { get; set; }

    [Parameter]
    public EventCallback<ClusterDraft> OnDiscarded { get; set; }

    private string Title => Draft?.DisplayName.Trim() is { Length: > 0 } name ? $"Discard the draft of {name}?" : $"Discard draft {Draft?.Id}?";

    private Task CloseAsync()
    {
        _fault = null;
        return IsOpenChanged.InvokeAsync(false);
    }

    private async Task DiscardAsync()
    {
        if (_busy || Draft is not { } draft)
            return;
        _busy = true;
        try
        {
            _fault = await Drafts.DiscardAsync(draft.Id, _deleteRegistration && draft.RegistrationMadeHere, CancellationToken.None);
        }
        finally
        {
            _busy = false;
        }
        if (_fault is not null)
            return;
        await CloseAsync();
        await OnDiscarded.InvokeAsync(draft);
    }
}
