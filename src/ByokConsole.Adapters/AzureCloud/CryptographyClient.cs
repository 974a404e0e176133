using System.Buffers.Text;
using System.Text.Json;
using Azure;
using Azure.Core;
using ByokConsole.Adapters.AzureCloud.Wire;
using ByokConsole.Core.Identifiers;

namespace ByokConsole.Adapters.AzureCloud;

/// <summary>
/// Wrapping with one key. Unlike Microsoft's client of the same name it judges nothing by itself and always asks the vault:
/// only a vault's own unwrap proves that a grant works.
/// </summary>
internal sealed class CryptographyClient
{
    private readonly KeyIdentifier _key;
    private readonly AzurePipeline _pipeline;

    /// <exception cref="CallRefusedException">The key is in no vault.</exception>
    public CryptographyClient(KeyIdentifier key, AzurePipeline pipeline)
    {
        VaultAddress.Require(key.VaultUri);
        _key = key;
        _pipeline = pipeline;
    }

    public Task<Response<byte[]>> WrapKeyAsync(string algorithm, ReadOnlyMemory<byte> key, CancellationToken cancellationToken)
        => OperateAsync("wrapkey", algorithm, key, cancellationToken);

    public Task<Response<byte[]>> UnwrapKeyAsync(string algorithm, ReadOnlyMemory<byte> encryptedKey, CancellationToken cancellationToken)
        => OperateAsync("unwrapkey", algorithm, encryptedKey, cancellationToken);

    private Task<Response<byte[]>> OperateAsync(
        string operation, string algorithm, ReadOnlyMemory<byte> value, CancellationToken cancellationToken)
        => _pipeline.SendAsync(
            RequestMethod.Post,
            new Uri($"{_key}/{operation}?api-version={KeyClient.ApiVersion}"),
            new WireKeyOperation(algorithm, Base64Url.EncodeToString(value.Span)),
            ReadResult,
            [200],
            cancellationToken);

    private static byte[] ReadResult(Stream content)
        => Base64Url.DecodeFromChars(
            AzurePipeline.Read<WireKeyOperationResult>(content).Value ?? throw new JsonException("The answer has no value."));
}
