using ByokConsole.Adapters.Sandboxes;
using Microsoft.AspNetCore.Components;

namespace ByokConsole.Web.Features.SandboxPortal;

/// <summary>The sandbox's role assignments. The vault to look at is in the address.</summary>
public sealed partial class RolesPage
{
    private readonly PortalActs _acts = new();
    private PortalRows<SandboxAssignment>? _rows;
    private SandboxAssignment? _removing;
    private bool _isAsking;
    private bool _isAssigning;

    [Inject]
    public required SandboxControl Control { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    /// <summary>Only what is assigned at this vault or below.</summary>
    [SupplyParameterFromQuery(Name = "vault")]
    public string? Vault { get; set; }

    private IReadOnlyList<SandboxAssignment> Shown(IReadOnlyList<SandboxAssignment> all)
        => Vault is null ? all : [.. all.Where(one => Vault.Equals(VaultOf(one), StringComparison.OrdinalIgnoreCase))];

    private static string? VaultOf(SandboxAssignment one) => one.Scope.Split("/vaults/") is [_, var rest] ? rest.Split('/')[0] : null;

    private void ShowAt(string? vault)
        => Navigation.NavigateTo(vault is null ? SandboxLinks.Roles : SandboxLinks.RolesAt(vault));

    private async Task AssignAsync(RoleForm.Order order)
    {
        if (await DoAsync(SandboxActs.Assign(order.PrincipalId, order.RoleId, order.Scope), "Assigned.", "The role was not assigned."))
            _isAssigning = false;
    }

    private Task RemoveAsync()
        => _removing is { } one
            ? DoAsync(SandboxActs.RemoveAssignment(one.Name), "Removed.", "The role was not removed.")
            : Task.CompletedTask;

    private async Task<bool> DoAsync(SandboxAct act, string done, string failed)
    {
        var isDone = await _acts.DoAsync(() => Control.DoAsync(act, CancellationToken.None), done, failed);
        if (_rows is not null)
            await _rows.ReadAsync();
        return isDone;
    }
}
