using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace ByokConsole.Web.Hosting.Access;

/// <summary>Links that let a browser in, each once and for an hour. Only their hashes are kept, and only in memory.</summary>
public sealed class AccessLinks(TimeProvider time)
{
    public const string Path = "/enter";
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);
    private readonly ConcurrentDictionary<string, DateTimeOffset> _open = new();

    /// <summary>Path and query of a new link.</summary>
    public string Create()
    {
        var now = time.GetUtcNow();
        foreach (var expired in _open.Where(link => link.Value <= now))
            _open.TryRemove(expired);
        var token = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
        _open[Hash(token)] = now + Lifetime;
        return $"{Path}?token={token}";
    }

    /// <summary>True for a link's first use within its hour.</summary>
    public bool Use(string token) => _open.TryRemove(Hash(token), out var until) && time.GetUtcNow() < until;

    private static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
