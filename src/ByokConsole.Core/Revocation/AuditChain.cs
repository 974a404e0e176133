using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace ByokConsole.Core.Revocation;

/// <summary>
/// A hash chain over audit entries: each link is the SHA-256 of the link before and of the entry, so that no entry can be changed, left out or
/// put in without changing every link after it. The first link is the SHA-256 of the subject.
/// </summary>
public static class AuditChain
{
    /// <summary>One link per entry, in hexadecimal digits.</summary>
    public static IReadOnlyList<string> Of(string subject, IReadOnlyList<AuditEntry> entries)
    {
        var link = Hash(subject);
        List<string> links = [];
        foreach (var entry in entries)
            links.Add(link = Hash(link + "\n" + Text(entry)));
        return links;
    }

    /// <summary>The last link.</summary>
    public static string DigestOf(string subject, IReadOnlyList<AuditEntry> entries) => Of(subject, entries) is [.., var last] ? last : Hash(subject);

    /// <summary>What is hashed of an entry: a JSON array, so that no two entries read the same.</summary>
    public static string Text(AuditEntry entry)
        => JsonSerializer.Serialize<object[]>([entry.Id, entry.At.UtcDateTime.ToString("O"), entry.Who, entry.What, entry.Subject]);

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
