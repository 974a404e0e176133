using Azure;
using ByokConsole.Core.Clouds;
using ByokConsole.Core.Identifiers;
using ByokConsole.Core.Ports;
using ByokConsole.Core.Vaults;

namespace ByokConsole.Adapters.AzureCloud;

/// <summary>The port that turns keys off and on, over Key Vault's data plane.</summary>
internal sealed class VaultKeyControl(AzurePipeline pipeline, AzureCalls calls) : IVaultKeyControl
{
    public Task<Answer<VaultKey>> SetEnabledAsync(KeyIdentifier version, bool enabled, CancellationToken cancellationToken)
        => AskAsync(
            CloudAct.Write(CloudService.KeyVault, $"{(enabled ? "enable" : "disable")} version {version.Version} of key {version.KeyName} of vault {version.VaultName}"),
            version,
            client => version.Version is { } number
                ? client.UpdateKeyPropertiesAsync(version.KeyName, number, enabled, cancellationToken)
                : throw new CallRefusedException("was not asked: the key's version is missing"),
            cancellationToken);

    public Task<Answer<DeletedKey>> DeleteAsync(KeyIdentifier key, CancellationToken cancellationToken)
        => AskAsync(Write("delete", key), key, client => client.StartDeleteKeyAsync(key.KeyName, cancellationToken), cancellationToken);

    public Task<Answer<DeletedKey>> FindDeletedAsync(KeyIdentifier key, CancellationToken cancellationToken)
        => AskAsync(
            CloudAct.Read(CloudService.KeyVault, $"read deleted key {key.KeyName} of vault {key.VaultName}"),
            key,
            client => client.GetDeletedKeyAsync(key.KeyName, cancellationToken),
            cancellationToken);

    public Task<Answer<VaultKey>> RecoverAsync(KeyIdentifier key, CancellationToken cancellationToken)
        => AskAsync(Write("recover", key), key, client => client.StartRecoverDeletedKeyAsync(key.KeyName, cancellationToken), cancellationToken);

    private Task<Answer<T>> AskAsync<T>(CloudAct act, KeyIdentifier key, Func<KeyClient, Task<Response<T>>> ask, CancellationToken cancellationToken)
        where T : notnull
        => calls.AskAsync(act, () => ask(new KeyClient(VaultAddress.Of(key.VaultName), pipeline)), cancellationToken);

    private static CloudAct Write(string what, KeyIdentifier key)
        => CloudAct.Write(CloudService.KeyVault, $"{what} key {key.KeyName} of vault {key.VaultName}");
}
