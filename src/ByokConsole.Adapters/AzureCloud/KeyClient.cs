using Azure;
using Azure.Core;
using ByokConsole.Adapters.AzureCloud.Wire;
using ByokConsole.Core.Identifiers;
using ByokConsole.Core.Vaults;

namespace ByokConsole.Adapters.AzureCloud;

/// <summary>
/// Keys of one vault, under the names of Microsoft's own <c>KeyClient</c>: what the console uses of it, on Azure.Core's pipeline.
/// </summary>
internal sealed class KeyClient
{
    /// <summary>The newest of the numbered versions; the dated ones have the same operations.</summary>
    public const string ApiVersion = "7.6";

    private readonly AzurePipeline _pipeline;

    /// <exception cref="CallRefusedException">The address is not that of a vault.</exception>
    public KeyClient(Uri vaultUri, AzurePipeline pipeline)
    {
        VaultAddress.Require(vaultUri);
        VaultUri = vaultUri;
        _pipeline = pipeline;
    }

    public Uri VaultUri { get; }

    /// <summary>The newest version of a key.</summary>
    public Task<Response<VaultKey>> GetKeyAsync(string name, CancellationToken cancellationToken)
        => _pipeline.SendAsync(RequestMethod.Get, Address($"keys/{name}"), null, ReadKey, [200], cancellationToken);

    public Task<Response<IReadOnlyList<KeyListItem>>> GetPropertiesOfKeysAsync(CancellationToken cancellationToken)
        => AzurePages.ReadAllAsync<WireKeyItem, KeyListItem>(_pipeline, Address("keys"), KeyShapes.Item, cancellationToken);

    public Task<Response<IReadOnlyList<KeyListItem>>> GetPropertiesOfKeyVersionsAsync(string name, CancellationToken cancellationToken)
        => AzurePages.ReadAllAsync<WireKeyItem, KeyListItem>(_pipeline, Address($"keys/{name}/versions"), KeyShapes.Item, cancellationToken);

    public Task<Response<KeyRotationPolicy>> GetKeyRotationPolicyAsync(string name, CancellationToken cancellationToken)
        => _pipeline.SendAsync(
            RequestMethod.Get,
            Address($"keys/{name}/rotationpolicy"),
            null,
            content => KeyShapes.Policy(AzurePipeline.Read<WireRotationPolicy>(content)),
            [200],
            cancellationToken);

    public Task<Response<KeyRotationPolicy>> UpdateKeyRotationPolicyAsync(string name, KeyRotationPolicy policy, CancellationToken cancellationToken)
        => _pipeline.SendAsync(
            RequestMethod.Put,
            Address($"keys/{name}/rotationpolicy"),
            KeyShapes.Write(policy),
            content => KeyShapes.Policy(AzurePipeline.Read<WireRotationPolicy>(content)),
            [200],
            cancellationToken);

    /// <summary>Creates a software-protected RSA key (or a new version of it) with the operations given.</summary>
    public Task<Response<VaultKey>> CreateRsaKeyAsync(
        string name, int keySize, IReadOnlyList<string> keyOperations, CancellationToken cancellationToken)
        => _pipeline.SendAsync(
            RequestMethod.Post, Address($"keys/{name}/create"), new WireCreateKey("RSA", keySize, keyOperations), ReadKey, [200], cancellationToken);

    /// <summary>Enables or disables one version.</summary>
    public Task<Response<VaultKey>> UpdateKeyPropertiesAsync(string name, string version, bool enabled, CancellationToken cancellationToken)
        => _pipeline.SendAsync(
            RequestMethod.Patch, Address($"keys/{name}/{version}"), new WireUpdateKey(new(enabled)), ReadKey, [200], cancellationToken);

    /// <summary>Soft-deletes the key with all its versions.</summary>
    public Task<Response<DeletedKey>> StartDeleteKeyAsync(string name, CancellationToken cancellationToken)
        => _pipeline.SendAsync(RequestMethod.Delete, Address($"keys/{name}"), null, ReadDeleted, [200], cancellationToken);

    public Task<Response<DeletedKey>> GetDeletedKeyAsync(string name, CancellationToken cancellationToken)
        => _pipeline.SendAsync(RequestMethod.Get, Address($"deletedkeys/{name}"), null, ReadDeleted, [200], cancellationToken);

    public Task<Response<VaultKey>> StartRecoverDeletedKeyAsync(string name, CancellationToken cancellationToken)
        => _pipeline.SendAsync(RequestMethod.Post, Address($"deletedkeys/{name}/recover"), null, ReadKey, [200], cancellationToken);

    public CryptographyClient GetCryptographyClient(KeyIdentifier key) => new(key, _pipeline);

    private static VaultKey ReadKey(Stream content) => KeyShapes.Key(AzurePipeline.Read<WireKeyBundle>(content));

    private static DeletedKey ReadDeleted(Stream content) => KeyShapes.Deleted(AzurePipeline.Read<WireDeletedKey>(content));

    private Uri Address(string path) => new(VaultUri, $"{path}?api-version={ApiVersion}");
}
