using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace ByokConsole.Core.Identifiers;

/// <summary>An Azure Resource Manager id of a vault. Compared without regard to case; printed as given.</summary>
public sealed partial class VaultResourceId : IEquatable<VaultResourceId>
{
    private readonly string _text;

    private VaultResourceId(string text, Guid subscriptionId, string resourceGroup, string vaultName)
    {
        _text = text;
        SubscriptionId = subscriptionId;
        ResourceGroup = resourceGroup;
        VaultName = vaultName;
    }

    public Guid SubscriptionId { get; }

    public string ResourceGroup { get; }

    public string VaultName { get; }

    /// <summary>Builds the id from its parts.</summary>
    /// <exception cref="FormatException">A part breaks Azure's rules.</exception>
    public static VaultResourceId Create(Guid subscriptionId, string resourceGroup, string vaultName)
        => Parse($"/subscriptions/{subscriptionId:D}/resourceGroups/{resourceGroup}/providers/Microsoft.KeyVault/vaults/{vaultName}");

    /// <exception cref="FormatException">The text is not a vault's resource id.</exception>
    public static VaultResourceId Parse(string text)
        => TryParse(text, out var id) ? id : throw new FormatException("The text is not the resource id of a Key Vault.");

    public static bool TryParse(string? text, [NotNullWhen(true)] out VaultResourceId? id)
    {
        id = null;
        var match = Shape().Match(text ?? "");
        if (!match.Success
            || !Guid.TryParseExact(match.Groups["sub"].Value, "D", out var subscription)
            || match.Groups["group"].Value.EndsWith('.')
            || !Identifiers.VaultName.IsValid(match.Groups["vault"].Value))
            return false;
        id = new(text!, subscription, match.Groups["group"].Value, match.Groups["vault"].Value);
        return true;
    }

    public bool Equals(VaultResourceId? other)
        => other is not null && string.Equals(_text, other._text, StringComparison.OrdinalIgnoreCase);

    public override bool Equals(object? obj) => Equals(obj as VaultResourceId);

    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(_text);

    public override string ToString() => _text;

    [GeneratedRegex(
        @"\A/subscriptions/(?<sub>[0-9a-f-]{36})/resourceGroups/(?<group>[-\w._()]{1,90})/providers/Microsoft\.KeyVault/vaults/(?<vault>[a-z0-9-]{3,24})\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
