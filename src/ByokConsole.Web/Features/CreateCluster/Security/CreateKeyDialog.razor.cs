using ByokConsole.Core.Clouds;
using ByokConsole.Core.Identifiers;
using ByokConsole.Core.Preflight;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace ByokConsole.Web.Features.CreateCluster.Security;

/// <summary>Makes a compliant key in the draft's vault and takes it over into the fields.</summary>
public sealed partial class CreateKeyDialog
{
    private static readonly DialogOptions Options = new() { MaxWidth = MaxWidth.Small, FullWidth = true, CloseOnEscapeKey = true };

    private bool _wasOpen;
    private bool _busy;
    private string _name = "";
    private int _size = 3072;
    private bool _rotates = true;
    private CloudFault? _fault;

    [Parameter, EditorRequired]
    public required CreateClusterState State { get; set; }

    [Parameter]
    public bool IsOpen { get; set; }

    [Parameter]
    public EventCallback<bool> IsOpenChanged { get; set; }

    private VaultResourceId? Vault => State.Checks.Subject.Vault;

    private bool NameIsGood => Vault is not null && KeyIdentifier.IsKeyName(_name.Trim());

    protected override void OnParametersSet()
    {
        if (IsOpen && !_wasOpen)
            // A name that is taken would only be refused.
            (_name, _fault) = (State.Checks.StateOf(CheckName.KeyExists) is CheckState.Fail ? State.Checks.Subject.Key?.KeyName ?? "" : "", null);
        _wasOpen = IsOpen;
    }

    private async Task CreateAsync()
    {
        if (_busy || !NameIsGood)
            return;
        _busy = true;
        try
        {
            _fault = await State.Key.CreateAsync(_name.Trim(), _size, _rotates);
        }
        finally
        {
            _busy = false;
        }
        if (_fault is null)
            await CloseAsync();
    }

    private void Rename(string? name) => (_name, _fault) = (name ?? "", null);

    private Task CloseAsync() => IsOpenChanged.InvokeAsync(false);
}
