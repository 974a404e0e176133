using System.Text.RegularExpressions;
using ByokConsole.Sandbox.Http;
using ByokConsole.Sandbox.Proxy;
using ByokConsole.Sandbox.State;

namespace ByokConsole.Sandbox.KeyVault;

/// <summary><c>{vault}.vault.azure.net</c>: finds the vault and the operation, asks the gate, answers. Path words are read without regard to case.</summary>
public sealed partial class KeyVaultCloud(
    World world, VaultGate gate, KeyLife life, KeyReads reads, KeyWrites writes, KeyRotations rotations, DeletedKeys deleted, KeyCrypto crypto,
    KeyImports imports, KeyBackups backups)
{
    private const string ClientRequestId = "x-ms-client-request-id";

    public async Task<Reply> AnswerAsync(Call call, CancellationToken cancellationToken)
    {
        var vault = ServedHosts.VaultOf(call.Host) is { } name ? world.Vaults.Find(name.ToLowerInvariant()) : null;
        if (vault is null)
            return VaultErrors.Of(404, "VaultNotFound", "The vault does not exist.");
        var reply = await InVaultAsync(call, vault);
        if (call.Header(ClientRequestId) is { Length: > 0 } asked)
            reply = reply.With(ClientRequestId, asked);
        return reply
            .With("x-ms-keyvault-region", vault.Location)
            .With("x-ms-keyvault-service-version", "1.9.2400.1")
            .With("x-ms-keyvault-network-info", $"conn_type=Ipv4;addr={AddressOf(call)};act_addr_fam=InterNetwork;");
    }

    /// <summary>The address that the firewall judges; whoever is not known has the machine's.</summary>
    private static string AddressOf(Call call) => Guid.TryParse(call.Caller, out var principal) ? VaultGate.AddressOf(principal) : "127.0.0.1";

    internal static bool IsKeyName(string name) => KeyName().IsMatch(name);

    private async Task<Reply> InVaultAsync(Call call, VaultRecord vault)
    {
        var path = call.Segments.Select((segment, i) => i == 1 ? segment : segment.ToLowerInvariant()).ToList();
        var (act, answer) = Route(call, vault, path);
        // Even an unknown path answers the challenge first: clients ask without a token to learn where to get one.
        if (await gate.RefuseAsync(call, vault, act) is { } refusal)
            return refusal;
        var version = call.Query["api-version"].ToString();
        if (!ApiVersion().IsMatch(version))
            return VaultErrors.Bad(version.Length == 0 ? "api-version must be specified" : $"The api-version '{version}' is not supported. Use 7.0 to 7.6 or 2025-07-01.");
        if (path.Count > 1 && !IsKeyName(path[1]))
            return VaultErrors.Bad($"The request URI contains an invalid name: {path[1]}");
        life.CatchUp(vault);
        return answer is null ? VaultErrors.Of(404, "NotFound", "The sandbox has no such operation.") : await answer();
    }

    private (VaultAct Act, Func<Task<Reply>>? Answer) Route(Call call, VaultRecord vault, List<string> path) => (call.Method, path) switch
    {
        ("GET", ["keys"]) => (Read(null, "list"), () => Task.FromResult(reads.List(call, vault))),
        ("GET", ["keys", var n]) => (Read(n, "get"), () => reads.GetAsync(vault, n, null)),
        ("GET", ["keys", var n, "versions"]) => (Read(n, "list"), () => Task.FromResult(reads.Versions(call, vault, n))),
        ("GET", ["keys", var n, "rotationpolicy"]) => (new("keyrotationpolicies/read", "getrotationpolicy", n), () => Task.FromResult(rotations.Policy(vault, n))),
        ("PUT", ["keys", var n, "rotationpolicy"]) => (new("keyrotationpolicies/write", "setrotationpolicy", n), () => Task.FromResult(rotations.PutPolicy(call, vault, n))),
        ("GET", ["keys", var n, var v]) => (Read(n, "get"), () => reads.GetAsync(vault, n, v)),
        ("PUT", ["keys", var n]) => (new("keys/import/action", "import", n), () => imports.ImportAsync(call, vault, n)),
        ("POST", ["keys", "restore"]) => (new("keys/restore/action", "restore", null), () => backups.RestoreAsync(call, vault)),
        ("POST", ["keys", var n, "backup"]) => (new("keys/backup/action", "backup", n), () => backups.BackupAsync(vault, n)),
        ("POST", ["keys", var n, "create"]) => (new("keys/create/action", "create", n), () => writes.CreateAsync(call, vault, n)),
        ("POST", ["keys", var n, "rotate"]) => (new("keys/rotate/action", "rotate", n), () => rotations.RotateAsync(vault, n)),
        ("PATCH", ["keys", var n]) => (new("keys/update/action", "update", n), () => writes.UpdateAsync(call, vault, n, null)),
        ("PATCH", ["keys", var n, var v]) => (new("keys/update/action", "update", n), () => writes.UpdateAsync(call, vault, n, v)),
        ("DELETE", ["keys", var n]) => (new("keys/delete", "delete", n), () => deleted.DeleteAsync(vault, n)),
        ("GET", ["deletedkeys"]) => (Read(null, "list"), () => Task.FromResult(deleted.List(call, vault))),
        ("GET", ["deletedkeys", var n]) => (Read(n, "get"), () => deleted.GetAsync(vault, n)),
        ("POST", ["deletedkeys", var n, "recover"]) => (new("keys/recover/action", "recover", n), () => deleted.RecoverAsync(vault, n)),
        ("DELETE", ["deletedkeys", var n]) => (new("keys/purge/action", "purge", n), () => Task.FromResult(deleted.Purge(vault, n))),
        ("POST", ["keys", var n, var verb]) when KeyCrypto.OperationOf(verb) is { } use => (Use(n, use), () => crypto.RunAsync(call, vault, n, null, use)),
        ("POST", ["keys", var n, var v, var verb]) when KeyCrypto.OperationOf(verb) is { } use => (Use(n, use), () => crypto.RunAsync(call, vault, n, v, use)),
        _ => (Read(null, "get"), null),
    };

    /// <summary>Access policies name an operation as keys do; the data action of wrapping and unwrapping drops the word key.</summary>
    private static VaultAct Use(string key, string operation) => new($"keys/{operation.Replace("Key", "", StringComparison.Ordinal)}/action", operation, key);

    private static VaultAct Read(string? key, string permission) => new("keys/read", permission, key);

    [GeneratedRegex(@"\A(7\.[0-6]|2025-07-01)\z")]
    private static partial Regex ApiVersion();

    [GeneratedRegex(@"\A[0-9a-zA-Z-]{1,127}\z")]
    private static partial Regex KeyName();
}
