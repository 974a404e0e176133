using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace ByokConsole.Core.Identifiers;

/// <summary>
/// A Key Vault key identifier (<c>https://{vault}.vault.azure.net/keys/{name}[/{version}]</c>). Only this exact form parses:
/// no other host, scheme, port, user info, query or fragment, so that nothing else can ever be contacted through it.
/// </summary>
public sealed partial class KeyIdentifier : IEquatable<KeyIdentifier>
{
    /// <summary>The public cloud's vault suffix, the only one Confluent's Azure keys use.</summary>
    public const string VaultSuffix = ".vault.azure.net";

    private KeyIdentifier(string vaultName, string keyName, string? version)
    {
        VaultName = vaultName;
        KeyName = keyName;
        Version = version;
    }

    public string VaultName { get; }

    public string KeyName { get; }

    /// <summary>32 hexadecimal digits, or null for the versionless identifier.</summary>
    public string? Version { get; }

    public Uri VaultUri => new($"https://{VaultName}{VaultSuffix}/");

    /// <summary>One version of this key.</summary>
    /// <exception cref="FormatException">A version is 32 hexadecimal digits.</exception>
    public KeyIdentifier WithVersion(string version) => Parse($"{Versionless}/{version}");

    public KeyIdentifier Versionless => Version is null ? this : new(VaultName, KeyName, null);

    /// <summary>Whether a key can have that name, in any vault: 1 to 127 letters, digits and hyphens.</summary>
    public static bool IsKeyName(string? name) => TryParse($"https://any{VaultSuffix}/keys/{name}", out var id) && id.Version is null;

    /// <exception cref="FormatException">A part breaks Key Vault's rules.</exception>
    public static KeyIdentifier Create(string vaultName, string keyName)
        => Parse($"https://{vaultName}{VaultSuffix}/keys/{keyName}");

    /// <exception cref="FormatException">The text is not a key identifier.</exception>
    public static KeyIdentifier Parse(string text)
        => TryParse(text, out var id) ? id : throw new FormatException("The text is not a Key Vault key identifier.");

    public static bool TryParse(string? text, [NotNullWhen(true)] out KeyIdentifier? id)
    {
        id = null;
        var match = Shape().Match(text ?? "");
        if (!match.Success || !Identifiers.VaultName.IsValid(match.Groups["vault"].Value))
            return false;
        var version = match.Groups["version"];
        id = new(match.Groups["vault"].Value, match.Groups["name"].Value, version.Success ? version.Value.ToLowerInvariant() : null);
        return true;
    }

    public bool Equals(KeyIdentifier? other)
        => other is not null && string.Equals(ToString(), other.ToString(), StringComparison.OrdinalIgnoreCase);

    public override bool Equals(object? obj) => Equals(obj as KeyIdentifier);

    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(ToString());

    public override string ToString()
        => $"https://{VaultName}{VaultSuffix}/keys/{KeyName}{(Version is null ? "" : "/" + Version)}";

    [GeneratedRegex(
        @"\Ahttps://(?<vault>[a-z0-9-]{3,24})\.vault\.azure\.net/keys/(?<name>[a-z0-9-]{1,127})(?:/(?<version>[0-9a-f]{32}))?\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
