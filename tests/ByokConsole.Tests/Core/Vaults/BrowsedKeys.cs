using ByokConsole.Core.Clouds;
using ByokConsole.Core.Identifiers;
using ByokConsole.Core.Ports;
using ByokConsole.Core.Vaults;
using ByokConsole.Tests.Builders;

namespace ByokConsole.Tests.Core.Vaults;

/// <summary>The keys of one vault, each with the answer to its own read; counts how many are read at once.</summary>
internal sealed class BrowsedKeys : IVaultKeys
{
    private int _now;

    public List<(KeyListItem Item, Answer<VaultKey> Read)> Keys { get; } = [];

    public CloudFault? Fault { get; set; }

    public int MostAtOnce { get; private set; }

    public void Add(string name, Func<VaultKey, VaultKey>? turn = null, CloudFault? fault = null)
    {
        var id = KeyIdentifier.Create(Samples.Vault.Name, name);
        var key = new VaultKey
        {
            Id = KeyIdentifier.Parse(id + "/0123456789abcdef0123456789abcdef"), KeyType = "RSA", KeySize = 2048,
            Operations = ["wrapKey", "unwrapKey"], Attributes = new KeyAttributes { Enabled = true },
        };
        key = turn?.Invoke(key) ?? key;
        Keys.Add((new KeyListItem(id, key.Attributes), fault ?? new Answer<VaultKey>(key)));
    }

    public Task<Answer<IReadOnlyList<KeyListItem>>> ListAsync(string vaultName, CancellationToken cancellationToken)
        => Task.FromResult(Fault ?? new Answer<IReadOnlyList<KeyListItem>>([.. Keys.Select(key => key.Item)]) { CloudTime = Samples.Noon });

    public async Task<Answer<VaultKey>> GetAsync(KeyIdentifier key, CancellationToken cancellationToken)
    {
        lock (Keys)
            MostAtOnce = Math.Max(MostAtOnce, ++_now);
        await Task.Yield();
        lock (Keys)
            _now--;
        return Keys.Single(one => one.Item.Id.Equals(key)).Read;
    }

    public Task<Answer<IReadOnlyList<KeyListItem>>> ListVersionsAsync(KeyIdentifier key, CancellationToken cancellationToken) => throw NotForBrowsing();

    public Task<Answer<KeyRotationPolicy>> GetRotationPolicyAsync(KeyIdentifier key, CancellationToken cancellationToken) => throw NotForBrowsing();

    public Task<Answer<KeyRotationPolicy>> SetRotationPolicyAsync(KeyIdentifier key, KeyRotationPolicy policy, CancellationToken cancellationToken) => throw NotForBrowsing();

    public Task<Answer<VaultChallenge>> ChallengeAsync(string vaultName, CancellationToken cancellationToken) => throw NotForBrowsing();

    public Task<Answer<VaultKey>> CreateRsaAsync(string vaultName, string keyName, int keySize, CancellationToken cancellationToken) => throw NotForBrowsing();

    private static InvalidOperationException NotForBrowsing() => new("Browsing lists keys and reads them.");
}
