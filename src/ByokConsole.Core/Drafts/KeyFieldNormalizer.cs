using System.Text.RegularExpressions;
using ByokConsole.Core.Identifiers;

namespace ByokConsole.Core.Drafts;

/// <summary>
/// Reads what people paste: the portal's JSON view, a portal address, another case, spaces and quotes, a versioned key identifier.
/// What it does not understand it leaves alone. Normalising twice gives the same as once.
/// </summary>
public static partial class KeyFieldNormalizer
{
    /// <summary>Nobody pastes more than this into one field; a longer text is left as it is.</summary>
    private const int MaxLength = 64 * 1024;

    public static NormalizedText Normalize(DraftField field, string text)
    {
        if (text.Length > MaxLength)
            return new(text, null);
        var trimmed = WithoutWrapping(text);
        var found = field switch
        {
            DraftField.VaultResourceId => ReadVault(trimmed),
            DraftField.KeyIdentifier => ReadKey(trimmed),
            DraftField.TenantId => ReadTenant(trimmed),
            _ => null,
        };
        if (found is { } read)
            return new(read.Text, read.Text == text ? null : read.Note);
        return trimmed == text ? new(text, null) : new(trimmed, "Spaces and quotes around it removed.");
    }

    // Space and punctuation go in one pass, in whatever order they stand: `a" "` would else need a second one.
    private static string WithoutWrapping(string text)
    {
        var (start, end) = (0, text.Length);
        while (start < end && IsWrapping(text[start]))
            start++;
        while (end > start && IsWrapping(text[end - 1]))
            end--;
        return text[start..end];
    }

    private static bool IsWrapping(char c) => char.IsWhiteSpace(c) || c is '"' or '\'' or ',';

    private static (string Text, string Note)? ReadVault(string text)
    {
        var match = VaultPath().Match(Unescape(text));
        if (!match.Success)
            return null;
        var id = $"/subscriptions/{match.Groups["sub"].Value.ToLowerInvariant()}/resourceGroups/{match.Groups["group"].Value}"
            + $"/providers/Microsoft.KeyVault/vaults/{match.Groups["vault"].Value}";
        if (!Identifiers.VaultResourceId.TryParse(id, out _))
            return null;
        return (id, Source(text, "resource ID"));
    }

    private static (string Text, string Note)? ReadKey(string text)
    {
        var open = Unescape(text);
        if (KeyUrl().Match(open) is { Success: true } match)
        {
            // An identifier with something behind it is a mistake in it, not a longer text that holds one.
            if (match.Index == 0 && match.Length < open.Length)
                return null;
            var (vault, key, version) = (match.Groups["vault"].Value.ToLowerInvariant(), match.Groups["name"].Value, match.Groups["version"].Value.ToLowerInvariant());
            return VaultName.IsValid(vault)
                ? (Core.Identifiers.KeyIdentifier.Create(vault, key).ToString(), version.Length > 0 ? VersionNote(version) : Source(text, "key identifier"))
                : null;
        }

        if (KeyPath().Match(open) is { Success: true } path && VaultName.IsValid(path.Groups["vault"].Value))
            return (Core.Identifiers.KeyIdentifier.Create(path.Groups["vault"].Value.ToLowerInvariant(), path.Groups["name"].Value).ToString(),
                "Key identifier made from the key's resource ID.");
        return null;
    }

    private static (string Text, string Note)? ReadTenant(string text)
    {
        if (Guid.TryParse(text, out var plain))
            return (plain.ToString("D"), "Written as Azure writes it.");
        return TenantMember().Match(text) is { Success: true } match ? (match.Groups["id"].Value.ToLowerInvariant(), Source(text, "tenant ID")) : null;
    }

    private static string VersionNote(string version)
        => $"Version {version[..4]}…{version[^3..]} removed: a cluster follows the newest version.";

    private static string Source(string text, string what) => text switch
    {
        _ when text.Contains('{', StringComparison.Ordinal) => $"The {what} was taken from the JSON that was pasted.",
        _ when text.Contains("portal.azure.com", StringComparison.OrdinalIgnoreCase) => $"The {what} was taken from the portal's address.",
        _ => "Written as Azure writes it.",
    };

    private static string Unescape(string text)
    {
        try
        {
            return text.Contains('%', StringComparison.Ordinal) ? Uri.UnescapeDataString(text) : text;
        }
        catch (UriFormatException)
        {
            return text;
        }
    }

    [GeneratedRegex(
        @"/subscriptions/(?<sub>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/resourceGroups/(?<group>[-\w._()]{1,90})/providers/Microsoft\.KeyVault/vaults/(?<vault>[a-z0-9-]{3,24})(?![a-z0-9-])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex VaultPath();

    [GeneratedRegex(
        @"/providers/Microsoft\.KeyVault/vaults/(?<vault>[a-z0-9-]{3,24})/keys/(?<name>[a-z0-9-]{1,127})(?![a-z0-9-])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex KeyPath();

    // What stands before "https" must be nothing, or part of a pasted JSON or address: never user info, never a longer host.
    [GeneratedRegex(
        @"(?<![\w@.:/-])https://(?<vault>[a-z0-9-]{3,24})\.vault\.azure\.net(?::443)?/+keys/(?<name>[a-z0-9-]{1,127})(?:/(?<version>[0-9a-f]{32}))?/?(?=$|[""'\s,}])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex KeyUrl();

    [GeneratedRegex(
        @"""(?:tenantId|tenant)""\s*:\s*""(?<id>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TenantMember();
}
