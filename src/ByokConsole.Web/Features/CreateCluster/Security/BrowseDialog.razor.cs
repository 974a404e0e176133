using ByokConsole.Core.Clouds;
using ByokConsole.Core.Identifiers;
using ByokConsole.Core.Vaults;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace ByokConsole.Web.Features.CreateCluster.Security;

/// <summary>Subscriptions, their vaults, their keys: choosing a key fills all three fields.</summary>
public sealed partial class BrowseDialog : IDisposable
{
    private static readonly DialogOptions Options = new() { MaxWidth = MaxWidth.Large, FullWidth = true, CloseOnEscapeKey = true };

    private readonly CancellationTokenSource _left = new();
    private bool _wasOpen;
    private AzureSubscription? _subscription;
    private Vault? _vault;
    private Answer<IReadOnlyList<BrowseItem<AzureSubscription>>>? _subscriptions;
    private Answer<IReadOnlyList<BrowseItem<Vault>>>? _vaults;
    private Answer<IReadOnlyList<BrowseItem<KeyIdentifier>>>? _keys;

    [Inject]
    public required KeyBrowser Browser { get; init; }

    [Parameter, EditorRequired]
    public required CreateClusterState State { get; set; }

    [Parameter]
    public bool IsOpen { get; set; }

    [Parameter]
    public EventCallback<bool> IsOpenChanged { get; set; }

    /// <summary>Only vaults in this region, or all when null.</summary>
    [Parameter]
    public string? Region { get; set; }

    /// <summary>The vault that the field names already: browsing begins there.</summary>
    private VaultResourceId? Named => VaultResourceId.TryParse(State.Draft.VaultResourceId, out var named) ? named : null;

    public void Dispose()
    {
        _left.Cancel();
        _left.Dispose();
    }

    protected override async Task OnParametersSetAsync()
    {
        var opens = IsOpen && !_wasOpen;
        _wasOpen = IsOpen;
        if (opens)
            await LoadAsync();
    }

    private async Task LoadAsync()
    {
        (_subscription, _vault, _subscriptions, _vaults, _keys) = (null, null, null, null, null);
        var answer = await Browser.ListSubscriptionsAsync(_left.Token);
        _subscriptions = answer.Select<IReadOnlyList<BrowseItem<AzureSubscription>>>(found =>
            [.. found.Select(subscription => new BrowseItem<AzureSubscription>(subscription, subscription.Name, subscription.Id.ToString()))]);
        if (!answer.IsOk)
            return;
        var begin = answer.Value is [var only] ? only : answer.Value.FirstOrDefault(one => one.Id == Named?.SubscriptionId);
        if (begin is not null)
            await OpenSubscriptionAsync(begin);
    }

    private async Task OpenSubscriptionAsync(AzureSubscription subscription)
    {
        (_subscription, _vault, _vaults, _keys) = (subscription, null, null, null);
        StateHasChanged();
        var answer = await Browser.ListVaultsAsync(subscription.Id, State.Draft.Region, _left.Token);
        if (_subscription != subscription)
            return;
        _vaults = answer.Select<IReadOnlyList<BrowseItem<Vault>>>(found =>
        [
            .. found
                .Where(choice => Region is null || AzureRegion.Same(choice.Vault.Location, Region))
                .Select(choice => new BrowseItem<Vault>(choice.Vault, choice.Vault.Name, $"{choice.Vault.Location}, {choice.Vault.Id.ResourceGroup}", choice.Reason)),
        ]);
        if (_vaults is { IsOk: true } && _vaults.Value.FirstOrDefault(item => item.Reason is null && item.Value.Id.Equals(Named)) is { } vault)
            await OpenVaultAsync(vault.Value);
    }

    private async Task OpenVaultAsync(Vault vault)
    {
        (_vault, _keys) = (vault, null);
        StateHasChanged();
        var answer = await Browser.ListKeysAsync(vault, _left.Token);
        if (_vault != vault)
            return;
        _keys = answer.Select<IReadOnlyList<BrowseItem<KeyIdentifier>>>(found =>
            [.. found.Select(choice => new BrowseItem<KeyIdentifier>(choice.Key, choice.Key.KeyName, choice.Detail, choice.Reason))]);
    }

    private async Task ChooseAsync(KeyIdentifier key)
    {
        if (_vault is not { } vault)
            return;
        await CloseAsync();
        await State.Key.TakeAsync(vault, key);
    }

    private Task CloseAsync() => IsOpenChanged.InvokeAsync(false);
}
