using ByokConsole.Core.Clouds;
using ByokConsole.Core.Identifiers;
using ByokConsole.Core.Ports;
using ByokConsole.Core.Vaults;

namespace ByokConsole.Tests.Builders;

/// <summary>The keys of all vaults, as a test sets them up: by versionless identifier, versions newest first.</summary>
public sealed class InMemoryVaultKeys : IVaultKeys
{
    public Dictionary<KeyIdentifier, List<KeyListItem>> Versions { get; } = [];

    /// <summary>Policies that were set; the others rotate after eighteen months.</summary>
    public Dictionary<KeyIdentifier, KeyRotationPolicy> Policies { get; } = [];

    /// <summary>While set, every question gets this answer.</summary>
    public CloudFault? Fault { get; set; }

    public static KeyListItem Version(string key, char digit, DateTimeOffset created, bool enabled = true, DateTimeOffset? expires = null)
        => new(KeyIdentifier.Parse($"{key}/{new string(digit, 32)}"), new KeyAttributes { Enabled = enabled, Created = created, Expires = expires });

    public Task<Answer<VaultKey>> GetAsync(KeyIdentifier key, CancellationToken cancellationToken)
        => Task.FromResult(Find(key).Select(versions => new VaultKey
        {
            Id = versions[0].Id,
            KeyType = "RSA",
            KeySize = 2048,
            Operations = ["wrapKey", "unwrapKey"],
            Attributes = versions[0].Attributes,
        }));

    public Task<Answer<IReadOnlyList<KeyListItem>>> ListAsync(string vaultName, CancellationToken cancellationToken)
        => Task.FromResult(new Answer<IReadOnlyList<KeyListItem>>(
            [.. Versions.Where(pair => pair.Key.VaultName == vaultName).Select(pair => new KeyListItem(pair.Key, pair.Value[0].Attributes))]));

    public Task<Answer<IReadOnlyList<KeyListItem>>> ListVersionsAsync(KeyIdentifier key, CancellationToken cancellationToken)
        => Task.FromResult(Find(key));

    public Task<Answer<KeyRotationPolicy>> GetRotationPolicyAsync(KeyIdentifier key, CancellationToken cancellationToken)
        => Task.FromResult(Find(key).Select(_ => Policies.GetValueOrDefault(key.Versionless, new KeyRotationPolicy("P18M", null, null))));

    public Task<Answer<KeyRotationPolicy>> SetRotationPolicyAsync(KeyIdentifier key, KeyRotationPolicy policy, CancellationToken cancellationToken)
        => Task.FromResult(Find(key).Select(_ => Policies[key.Versionless] = policy));

    public Task<Answer<VaultChallenge>> ChallengeAsync(string vaultName, CancellationToken cancellationToken)
        => Task.FromResult(new Answer<VaultChallenge>(new VaultChallenge(null, null)));

    public Task<Answer<VaultKey>> CreateRsaAsync(string vaultName, string keyName, int keySize, CancellationToken cancellationToken)
    {
        if (Fault is not null)
            return Task.FromResult(new Answer<VaultKey>(Fault));
        var key = KeyIdentifier.Parse($"https://{vaultName}{KeyIdentifier.VaultSuffix}/keys/{keyName}");
        Versions[key] = [Version(key.ToString(), '1', DateTimeOffset.UnixEpoch)];
        return GetAsync(key, cancellationToken);
    }

    private Answer<IReadOnlyList<KeyListItem>> Find(KeyIdentifier key)
        => Fault is not null ? Fault
            : Versions.TryGetValue(key.Versionless, out var versions) ? versions
            : new CloudFault(CloudService.KeyVault, FaultKind.NotFound, "The key was not found.") { Status = 404 };
}
