using System.Collections.Concurrent;
using System.Security.Cryptography;
using ByokConsole.Sandbox.State;

namespace ByokConsole.Sandbox.KeyVault;

/// <summary>
/// Real private keys. They are made in the background at start and awaited on first use, kept sealed in the database, and open only in
/// memory here.
/// </summary>
public sealed class KeyMaterial(World world, SecretBox secrets) : IDisposable
{
    private readonly ConcurrentDictionary<string, Lazy<Task<AsymmetricAlgorithm>>> _open = new();

    /// <summary>The private key of a version; made now if it was not yet.</summary>
    public Task<AsymmetricAlgorithm> OpenAsync(KeyRecord key, KeyVersionRecord version)
        => _open.GetOrAdd($"{key.Id}/{version.Version}", _ => new(() => Task.Run(() => Load(key.Id, version)))).Value;

    /// <summary>
    /// Makes what is not made yet, one after another, so that the first use seldom waits. A stop does not wait for the key that is being made,
    /// which takes many seconds on a busy machine: it is not kept, and made anew at the next start.
    /// </summary>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        foreach (var key in world.Keys.All)
        {
            foreach (var version in key.Versions.Where(version => version.SealedKey is null))
            {
                cancellationToken.ThrowIfCancellationRequested();
                await OpenAsync(key, version).WaitAsync(cancellationToken);
            }
        }
    }

    public void Dispose()
    {
        foreach (var opened in _open.Values.Where(lazy => lazy.IsValueCreated && lazy.Value.IsCompletedSuccessfully))
            opened.Value.Result.Dispose();
    }

    private AsymmetricAlgorithm Load(string keyId, KeyVersionRecord version)
    {
        if ((world.Keys.Find(keyId)?.Versions.FirstOrDefault(stored => stored.Version == version.Version) ?? version).SealedKey is { } text)
            return Import(version, secrets.Open(text));
        AsymmetricAlgorithm made = version.Size is { } size ? RSA.Create(size) : ECDsa.Create(CurveOf(version.Curve));
        var box = secrets.Seal(made.ExportPkcs8PrivateKey());
        world.Write(change =>
        {
            if (world.Keys.Find(keyId) is { } stored)
                change.Put(world.Keys, stored with { Versions = [.. stored.Versions.Select(one => one.Version == version.Version ? one with { SealedKey = box } : one)] });
        });
        return made;
    }

    private static AsymmetricAlgorithm Import(KeyVersionRecord version, byte[] pkcs8)
    {
        AsymmetricAlgorithm key = version.Size is not null ? RSA.Create() : ECDsa.Create();
        key.ImportPkcs8PrivateKey(pkcs8, out _);
        CryptographicOperations.ZeroMemory(pkcs8);
        return key;
    }

    internal static IReadOnlyList<string> Curves { get; } = ["P-256", "P-384", "P-521"];

    internal static ECCurve CurveOf(string? name) => name switch
    {
        "P-384" => ECCurve.NamedCurves.nistP384,
        "P-521" => ECCurve.NamedCurves.nistP521,
        _ => ECCurve.NamedCurves.nistP256,
    };
}
