namespace ByokConsole.Adapters.Sandboxes;

/// <summary>One request that the sandbox's clouds answered.</summary>
public sealed record SandboxRequest
{
    private const string VaultSuffix = ".vault.azure.net";

    public required long Sequence { get; init; }
    public required DateTimeOffset At { get; init; }
    public required string Host { get; init; }
    public required string Method { get; init; }
    public required string Path { get; init; }

    /// <summary>0 when the connection was cut in place of an answer.</summary>
    public int Status { get; init; }

    /// <summary>Object id or API key of whoever asked; null when nobody got so far as to look.</summary>
    public string? Caller { get; init; }
    public string? CallerName { get; init; }
    public required string RequestId { get; init; }

    /// <summary>The fault that it suffered.</summary>
    public string? Fault { get; init; }

    public bool IsDone => Status is > 0 and < 400;

    /// <summary>The vault it concerns, by host or by path.</summary>
    public string? Vault => Host.EndsWith(VaultSuffix, StringComparison.Ordinal) ? Host[..^VaultSuffix.Length] : After("vaults");

    /// <summary>The key in the vault.</summary>
    public string? Key => Vault is null ? null : After("keys") ?? After("deletedkeys");

    /// <summary>The part of the path that follows this one.</summary>
    public string? After(string segment)
    {
        var parts = Path.Split('/');
        var at = Array.FindIndex(parts, part => part.Equals(segment, StringComparison.OrdinalIgnoreCase));
        return at >= 0 && at + 1 < parts.Length ? parts[at + 1] : null;
    }
}
