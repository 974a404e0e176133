using ByokConsole.Adapters.Sandboxes;
using ByokConsole.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace ByokConsole.Web.Features.SandboxPortal;

/// <summary>One vault: its switches and its keys.</summary>
public sealed partial class VaultPage
{
    /// <summary>A sandbox on this machine answers at once or is in trouble, which the live page tells better.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly PortalActs _acts = new();
    private PortalRows<SandboxVault>? _vaults;
    private bool _isMissing;
    private int _refusals;

    [Inject]
    public required SandboxControl Control { get; init; }

    [Inject]
    public required TimeProvider Machine { get; init; }

    /// <summary>What is being answered; null on a live page.</summary>
    [CascadingParameter]
    public HttpContext? Http { get; set; }

    [Parameter]
    public string Vault { get; set; } = "";

    private IReadOnlyList<Crumb> Way => [new("Vaults", SandboxLinks.Vaults), new(Vault)];

    /// <summary>An address that leads to no vault says so by its status, too, and that goes out before the page is live.</summary>
    protected override async Task OnInitializedAsync()
    {
        if (RendererInfo.IsInteractive || Http is null)
            return;
        using var limit = new CancellationTokenSource(Patience, Machine);
        try
        {
            _isMissing = (await Control.ListAsync(SandboxLists.Vaults, limit.Token)).Value is { } vaults && !vaults.Any(IsIt);
            if (_isMissing)
                Http.Response.StatusCode = StatusCodes.Status404NotFound;
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            // It takes too long to be waited for: the live page asks again.
        }
    }

    private bool IsIt(SandboxVault vault) => vault.Name.Equals(Vault, StringComparison.OrdinalIgnoreCase);

    private async Task ChangeAsync(SandboxVault vault, VaultSwitches switches)
    {
        // A switch that was refused has turned itself already: a new one stands as the vault does.
        if (!await _acts.DoAsync(
            () => Control.DoAsync(SandboxActs.Change(vault.Name, switches), CancellationToken.None), $"{vault.Name} is changed.", $"{vault.Name} was not changed."))
            _refusals++;
        if (_vaults is not null)
            await _vaults.ReadAsync();
    }
}
