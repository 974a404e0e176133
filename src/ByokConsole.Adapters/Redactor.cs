using System.Text;
using System.Text.RegularExpressions;

namespace ByokConsole.Adapters;

/// <summary>
/// Makes a cloud's own words fit to be shown and kept: one line, of bounded length, without anything that opens a door. A cloud
/// (or a proxy on the way) may echo what it was sent.
/// </summary>
internal sealed partial class Redactor(CloudConnection connection)
{
    /// <summary>Enough for all that Key Vault says about a missing role.</summary>
    private const int MaxLength = 700;
    private const string Hidden = "[redacted]";

    private readonly string[] _secrets =
    [
        .. new[]
        {
            connection.ClientSecret,
            connection.ConfluentApiSecret,
            Convert.ToBase64String(Encoding.UTF8.GetBytes($"{connection.ConfluentApiKey}:{connection.ConfluentApiSecret}")),
        }.OfType<string>().Where(secret => secret.Length > 0).SelectMany(secret => new[] { secret, Uri.EscapeDataString(secret) }).Distinct(),
    ];

    public string Clean(string text)
    {
        foreach (var secret in _secrets)
            text = text.Replace(secret, Hidden, StringComparison.Ordinal);
        text = Tokens().Replace(text, Hidden);
        text = Blanks().Replace(text, " ").Trim();
        return text.Length <= MaxLength ? text : text[..MaxLength] + "…";
    }

    // A signed token, or a whole Authorization value.
    [GeneratedRegex(@"eyJ[\w-]+\.[\w.-]+|\b(?:Bearer|Basic)\s+[\w+/=.~-]{16,}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Tokens();

    [GeneratedRegex(@"[\s\p{C}]+", RegexOptions.CultureInvariant)]
    private static partial Regex Blanks();
}
