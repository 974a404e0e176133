using ByokConsole.Core.Clouds;
using ByokConsole.Core.Identifiers;
using ByokConsole.Core.Ports;
using ByokConsole.Core.Preflight;

namespace ByokConsole.Core.Vaults;

/// <summary>Subscriptions, vaults and keys as the console's identity sees them; what is unsuitable is shown with the reason.</summary>
public sealed class KeyBrowser(IVaults vaults, IVaultKeys keys, IKeyRegistrations registrations, KeyRules rules, TimeProvider time)
{
    /// <summary>Keys are read one by one for their type: this many at once.</summary>
    private const int ReadAtOnce = 6;

    public Task<Answer<IReadOnlyList<AzureSubscription>>> ListSubscriptionsAsync(CancellationToken cancellationToken)
        => vaults.ListSubscriptionsAsync(cancellationToken);

    /// <summary>Vaults of a subscription: those that can be chosen first.</summary>
    public async Task<Answer<IReadOnlyList<VaultChoice>>> ListVaultsAsync(Guid subscriptionId, string? region, CancellationToken cancellationToken)
    {
        var answer = await vaults.ListAsync(subscriptionId, cancellationToken);
        return answer.Select<IReadOnlyList<VaultChoice>>(found =>
        [
            .. found.Select(vault => new VaultChoice(vault, ReasonAgainst(vault, region)))
                .OrderBy(choice => choice.Reason is null ? 0 : 1).ThenBy(choice => choice.Vault.Name, StringComparer.OrdinalIgnoreCase),
        ]);
    }

    /// <summary>Keys of a vault: those that can be chosen first.</summary>
    public async Task<Answer<IReadOnlyList<KeyChoice>>> ListKeysAsync(Vault vault, CancellationToken cancellationToken)
    {
        var answer = await keys.ListAsync(vault.Name, cancellationToken);
        if (!answer.IsOk)
            return answer.Fault;
        var inUse = await InUseAsync(cancellationToken);
        using var gate = new SemaphoreSlim(ReadAtOnce);
        var now = answer.CloudTime ?? time.GetUtcNow();
        var choices = await Task.WhenAll(answer.Value.Select(async item =>
        {
            await gate.WaitAsync(cancellationToken);
            try
            {
                return inUse.TryGetValue(item.Id.Versionless, out var registration)
                    ? new KeyChoice(item.Id.Versionless, "", $"It is in use: {registration}. A key serves one cluster at a time.")
                    : Choice(item, await keys.GetAsync(item.Id.Versionless, cancellationToken), now);
            }
            finally
            {
                gate.Release();
            }
        }));
        return new Answer<IReadOnlyList<KeyChoice>>(
            [.. choices.OrderBy(choice => choice.Reason is null ? 0 : 1).ThenBy(choice => choice.Key.KeyName, StringComparer.OrdinalIgnoreCase)]);
    }

    /// <summary>Registrations in use by their key; none when Confluent cannot be asked: the checks tell it later.</summary>
    private async Task<Dictionary<KeyIdentifier, string>> InUseAsync(CancellationToken cancellationToken)
    {
        var listed = await registrations.ListAsync(cancellationToken);
        return (listed.IsOk ? listed.Value : [])
            .Where(one => one is { IsInUse: true, Key: not null })
            .GroupBy(one => one.Key!.Versionless)
            .ToDictionary(group => group.Key, group => group.First().Id);
    }

    private static string? ReasonAgainst(Vault vault, string? region)
        => region is not null && !AzureRegion.Same(vault.Location, region) ? $"It is in {AzureRegion.Normalize(vault.Location)}; the cluster will be in {region}."
            : !vault.RbacEnabled ? "It decides by access policies; Azure RBAC is needed."
            : !vault.PurgeProtection ? "Purge protection is off."
            : vault.Network is { IsPublic: false, TrustedServicesBypass: false } ? "Its firewall keeps trusted services out."
            : null;

    private KeyChoice Choice(KeyListItem item, Answer<VaultKey> read, DateTimeOffset now)
    {
        var id = item.Id.Versionless;
        if (!read.IsOk)
            return new KeyChoice(id, "", item.Attributes.Enabled ? CannotSee.Sentence(read.Fault) : "It is disabled.");
        var key = read.Value;
        var detail = key.KeySize is { } size ? $"{key.KeyType} {size}" : key.KeyType;
        return new KeyChoice(id, detail, ReasonAgainst(key, now));
    }

    private string? ReasonAgainst(VaultKey key, DateTimeOffset now)
        => !(key.KeyType.Equals("RSA", StringComparison.OrdinalIgnoreCase) || (rules.AdmitRsaHsm && key.KeyType.Equals("RSA-HSM", StringComparison.OrdinalIgnoreCase)))
            ? $"It is {key.KeyType}; only software-protected RSA keys are supported."
            : !key.Attributes.Enabled ? "It is disabled."
            : key.Attributes.Expires <= now ? "It has expired."
            : key.Attributes.NotBefore > now ? "It is not valid yet."
            : !key.Operations.Contains("wrapKey", StringComparer.OrdinalIgnoreCase) || !key.Operations.Contains("unwrapKey", StringComparer.OrdinalIgnoreCase)
                ? "It does not permit wrapping and unwrapping."
            : null;
}
