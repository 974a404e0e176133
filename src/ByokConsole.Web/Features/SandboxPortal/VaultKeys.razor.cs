using ByokConsole.Adapters.Sandboxes;
using Microsoft.AspNetCore.Components;

namespace ByokConsole.Web.Features.SandboxPortal;

/// <summary>The keys of one vault, or of all, and what can be done to them.</summary>
public sealed partial class VaultKeys
{
    private const string NameRule = "1 to 127 letters, digits and hyphens.";

    private readonly PortalActs _acts = new();
    private PortalRows<SandboxKey>? _rows;
    private bool _isCreating;
    private bool _isAsking;
    private SandboxKey? _deleting;
    private IReadOnlyList<string> _vaults = [];
    private string _vault = "";
    private string _name = "";
    private int _size = 3072;

    [Inject]
    public required SandboxControl Control { get; init; }

    /// <summary>Null for all.</summary>
    [Parameter]
    public string? Vault { get; set; }

    private string Into => Vault ?? _vault;

    private async Task ToggleAsync()
    {
        _isCreating = !_isCreating;
        if (!_isCreating || Vault is not null)
            return;
        // Where the sandbox does not answer, the list of keys says so.
        var vaults = (await Control.ListAsync(SandboxLists.Vaults, CancellationToken.None)).Value ?? [];
        _vaults = [.. vaults.Select(vault => vault.Name)];
        if (!_vaults.Contains(_vault))
            _vault = vaults.FirstOrDefault(IsGood)?.Name ?? "";
    }

    private async Task CreateAsync()
    {
        var (vault, name) = (Into, _name);
        if (await DoAsync(SandboxActs.CreateKey(vault, name, _size), $"Created {vault}/{name}.", $"{vault}/{name} was not created."))
            (_isCreating, _name) = (false, "");
    }

    private Task<bool> EnableAsync(SandboxKey key, bool enabled)
        => DoAsync(
            SandboxActs.Enable(key, enabled), $"{Name(key)} is {(enabled ? "enabled" : "disabled")}.", $"{Name(key)} was not changed.");

    private Task<bool> RotateAsync(SandboxKey key)
        => DoAsync(SandboxActs.Rotate(key), $"{Name(key)} has a new version.", $"{Name(key)} was not rotated.");

    private Task<bool> RecoverAsync(SandboxKey key)
        => DoAsync(SandboxActs.Recover(key), $"{Name(key)} is back, with every version.", $"{Name(key)} was not recovered.");

    private Task DeleteAsync()
        => _deleting is { } key
            ? DoAsync(SandboxActs.DeleteKey(key), $"{Name(key)} is deleted.", $"{Name(key)} was not deleted.")
            : Task.CompletedTask;

    private async Task<bool> DoAsync(SandboxAct act, string done, string failed)
    {
        var isDone = await _acts.DoAsync(() => Control.DoAsync(act, CancellationToken.None), done, failed);
        if (_rows is not null)
            await _rows.ReadAsync();
        return isDone;
    }

    /// <summary>A key that is to pass every check needs a vault that does.</summary>
    private static bool IsGood(SandboxVault vault)
        => vault is { EnableRbacAuthorization: true, EnablePurgeProtection: true, PublicNetworkAccess: "Enabled" }
            && vault.NetworkAcls is not { DefaultAction: "Deny" };

    private static string Name(SandboxKey key) => $"{key.Vault}/{key.Name}";
}
