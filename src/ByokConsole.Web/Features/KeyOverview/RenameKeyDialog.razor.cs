using ByokConsole.Core.Clouds;
using ByokConsole.Core.Keys;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using MudBlazor;

namespace ByokConsole.Web.Features.KeyOverview;

/// <summary>Gives a registration another display name.</summary>
public sealed partial class RenameKeyDialog
{
    private const int MaxLength = KeyNames.MaxLength;
    private static readonly DialogOptions Options = new() { MaxWidth = MaxWidth.Small, FullWidth = true, CloseOnEscapeKey = true };

    private string _name = "";
    private string? _named;
    private bool _busy;
    private CloudFault? _fault;

    [Inject]
    public required KeyNames Names { get; init; }

    [Parameter, EditorRequired]
    public required KeyRow Row { get; set; }

    [Parameter]
    public bool IsOpen { get; set; }

    [Parameter]
    public EventCallback<bool> IsOpenChanged { get; set; }

    [Parameter]
    public EventCallback OnRenamed { get; set; }

    private string? Problem => KeyNames.ProblemWith(_name);

    protected override void OnParametersSet()
    {
        // What is being typed survives a refresh of the page behind.
        if (IsOpen || _named == Row.Registration.DisplayName)
            return;
        _named = Row.Registration.DisplayName;
        _name = _named ?? Row.Name;
    }

    private Task OnKeyDownAsync(KeyboardEventArgs e) => e.Key is "Enter" ? RenameAsync() : Task.CompletedTask;

    private async Task RenameAsync()
    {
        if (_busy || Problem is not null)
            return;
        _busy = true;
        _fault = await Names.RenameAsync(Row.Id, _name, CancellationToken.None);
        _busy = false;
        if (_fault is not null)
            return;
        await IsOpenChanged.InvokeAsync(false);
        await OnRenamed.InvokeAsync();
    }
}
