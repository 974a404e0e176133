using ByokConsole.Core.Clouds;
using ByokConsole.Core.Identifiers;
using ByokConsole.Core.Ports;
using ByokConsole.Core.Vaults;

namespace ByokConsole.Tests.Core.Provisioning;

/// <summary>The fake cloud's vault with one key of several versions, newest first.</summary>
internal sealed class FakeVaultKeys(FakeCloud cloud) : IVaultKeys, IVaultKeyControl
{
    public List<KeyListItem> Versions { get; } = [];

    /// <summary>The key while it is deleted.</summary>
    public DeletedKey? Deleted { get; set; }

    /// <summary>Why the credential may change nothing, or null when it may.</summary>
    public CloudFault? Refusal { get; set; }

    /// <summary>Acts on the key that were asked for.</summary>
    public List<string> Acts { get; } = [];

    public static CloudFault NotAllowed { get; } = new(CloudService.KeyVault, FaultKind.ForbiddenByRbac, "No role assignment covers it.") { Status = 403 };

    private static CloudFault NotFound { get; } = new(CloudService.KeyVault, FaultKind.NotFound, "There is no such key.") { Status = 404 };

    private static KeyIdentifier Key => KeyIdentifier.Parse(Bench.KeyText);

    public void Add(char digit, bool enabled = true)
        => Versions.Add(new KeyListItem(KeyIdentifier.Parse($"{Bench.KeyText}/{new string(digit, 32)}"), new KeyAttributes
        {
            Enabled = enabled, Created = cloud.Now, RecoverableDays = 90, RecoveryLevel = "Recoverable",
        }));

    public Task<Answer<VaultKey>> GetAsync(KeyIdentifier key, CancellationToken cancellationToken)
        => Deleted is not null || Versions.Count == 0 ? Task.FromResult<Answer<VaultKey>>(NotFound) : cloud.Read(Newest());

    public Task<Answer<IReadOnlyList<KeyListItem>>> ListVersionsAsync(KeyIdentifier key, CancellationToken cancellationToken)
        => Deleted is not null ? Task.FromResult<Answer<IReadOnlyList<KeyListItem>>>(NotFound) : cloud.Read<IReadOnlyList<KeyListItem>>([.. Versions]);

    public Task<Answer<DeletedKey>> FindDeletedAsync(KeyIdentifier key, CancellationToken cancellationToken)
        => Deleted is { } deleted ? cloud.Read(deleted) : Task.FromResult<Answer<DeletedKey>>(NotFound);

    public Task<Answer<VaultKey>> SetEnabledAsync(KeyIdentifier version, bool enabled, CancellationToken cancellationToken)
        => Act($"{(enabled ? "enable" : "disable")} {version.Version![0]}", () =>
        {
            var index = Versions.FindIndex(item => item.Id.Equals(version));
            Versions[index] = Versions[index] with { Attributes = Versions[index].Attributes with { Enabled = enabled } };
            return Newest();
        });

    public Task<Answer<DeletedKey>> DeleteAsync(KeyIdentifier key, CancellationToken cancellationToken)
        => Act("delete key", () => Deleted = new DeletedKey(Key, cloud.Now, cloud.Now.AddDays(90)));

    public Task<Answer<VaultKey>> RecoverAsync(KeyIdentifier key, CancellationToken cancellationToken)
        => Act("recover key", () =>
        {
            Deleted = null;
            return Newest();
        });

    public Task<Answer<IReadOnlyList<KeyListItem>>> ListAsync(string vaultName, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<Answer<KeyRotationPolicy>> SetRotationPolicyAsync(KeyIdentifier key, KeyRotationPolicy policy, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<Answer<KeyRotationPolicy>> GetRotationPolicyAsync(KeyIdentifier key, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<Answer<VaultChallenge>> ChallengeAsync(string vaultName, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<Answer<VaultKey>> CreateRsaAsync(string vaultName, string keyName, int keySize, CancellationToken cancellationToken) => throw new NotSupportedException();

    private VaultKey Newest() => new() { Id = Versions[0].Id, KeyType = "RSA", Attributes = Versions[0].Attributes };

    private Task<Answer<T>> Act<T>(string what, Func<T> make)
        where T : notnull
    {
        if (Refusal is not null)
            return Task.FromResult<Answer<T>>(Refusal);
        Acts.Add(what);
        return cloud.Act(what, make);
    }
}
