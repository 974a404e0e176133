using Azure;
using Azure.Core;
using ByokConsole.Core.Clouds;
using ByokConsole.Core.Identifiers;
using ByokConsole.Core.Ports;
using ByokConsole.Core.Vaults;

namespace ByokConsole.Adapters.AzureCloud;

/// <summary>The keys port over Key Vault's data plane.</summary>
internal sealed class VaultKeys(AzurePipeline pipeline, AzurePipeline anonymous, AzureCalls calls) : IVaultKeys
{
    /// <summary>What Confluent's own examples give a key.</summary>
    private static readonly IReadOnlyList<string> Operations = ["encrypt", "decrypt", "sign", "verify", "wrapKey", "unwrapKey"];

    public Task<Answer<VaultKey>> GetAsync(KeyIdentifier key, CancellationToken cancellationToken)
        => AskAsync(
            CloudAct.Read(CloudService.KeyVault, $"read key {key.KeyName} of vault {key.VaultName}"),
            key.VaultName,
            client => client.GetKeyAsync(key.KeyName, cancellationToken),
            cancellationToken);

    public Task<Answer<IReadOnlyList<KeyListItem>>> ListAsync(string vaultName, CancellationToken cancellationToken)
        => AskAsync(
            CloudAct.Read(CloudService.KeyVault, $"list the keys of vault {vaultName}"),
            vaultName,
            client => client.GetPropertiesOfKeysAsync(cancellationToken),
            cancellationToken);

    public async Task<Answer<IReadOnlyList<KeyListItem>>> ListVersionsAsync(KeyIdentifier key, CancellationToken cancellationToken)
    {
        var answer = await AskAsync(
            CloudAct.Read(CloudService.KeyVault, $"list the versions of key {key.KeyName} of vault {key.VaultName}"),
            key.VaultName,
            client => client.GetPropertiesOfKeyVersionsAsync(key.KeyName, cancellationToken),
            cancellationToken).ConfigureAwait(false);
        // Key Vault lists versions in the order of their ids.
        return answer.Select<IReadOnlyList<KeyListItem>>(items => [.. items.OrderByDescending(item => item.Attributes.Created)]);
    }

    public Task<Answer<KeyRotationPolicy>> GetRotationPolicyAsync(KeyIdentifier key, CancellationToken cancellationToken)
        => AskAsync(
            CloudAct.Read(CloudService.KeyVault, $"read the rotation policy of key {key.KeyName} of vault {key.VaultName}"),
            key.VaultName,
            client => client.GetKeyRotationPolicyAsync(key.KeyName, cancellationToken),
            cancellationToken);

    public Task<Answer<KeyRotationPolicy>> SetRotationPolicyAsync(KeyIdentifier key, KeyRotationPolicy policy, CancellationToken cancellationToken)
        => AskAsync(
            CloudAct.Write(CloudService.KeyVault, $"set the rotation policy of key {key.KeyName} of vault {key.VaultName}"),
            key.VaultName,
            client => client.UpdateKeyRotationPolicyAsync(key.KeyName, policy, cancellationToken),
            cancellationToken);

    public Task<Answer<VaultKey>> CreateRsaAsync(string vaultName, string keyName, int keySize, CancellationToken cancellationToken)
        => AskAsync(
            CloudAct.Write(CloudService.KeyVault, $"create key {keyName} in vault {vaultName}"),
            vaultName,
            client => KeyIdentifier.TryParse($"{client.VaultUri}keys/{keyName}", out _)
                ? client.CreateRsaKeyAsync(keyName, keySize, Operations, cancellationToken)
                : throw new CallRefusedException("was not asked: what was given is no key name (1 to 127 letters, digits and hyphens)"),
            cancellationToken);

    public Task<Answer<VaultChallenge>> ChallengeAsync(string vaultName, CancellationToken cancellationToken)
        => calls.AskAsync(
            CloudAct.Read(CloudService.KeyVault, $"ask vault {vaultName} for its tenant and region"),
            async () =>
            {
                var uri = new Uri(VaultAddress.Of(vaultName), $"keys?api-version={KeyClient.ApiVersion}");
                var response = await anonymous.SendAsync(RequestMethod.Get, uri, null, [401], [], cancellationToken).ConfigureAwait(false);
                var region = response.Headers.TryGetValue("x-ms-keyvault-region", out var value) ? value : null;
                return Response.FromValue(new VaultChallenge(ChallengeHeader.Read(response)?.TenantId, region), response);
            },
            cancellationToken);

    private Task<Answer<T>> AskAsync<T>(
        CloudAct act, string vaultName, Func<KeyClient, Task<Response<T>>> ask, CancellationToken cancellationToken)
        where T : notnull
        => calls.AskAsync(act, () => ask(new KeyClient(VaultAddress.Of(vaultName), pipeline)), cancellationToken);
}
