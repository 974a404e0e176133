using System.Text.RegularExpressions;

namespace ByokConsole.Core.Identifiers;

/// <summary>The rules of a vault's name: 3 to 24 letters, digits and single hyphens, starting with a letter.</summary>
public static partial class VaultName
{
    public const int MinLength = 3;
    public const int MaxLength = 24;

    public static bool IsValid(string? name)
        => name is { Length: >= MinLength and <= MaxLength } && Shape().IsMatch(name);

    [GeneratedRegex(@"\A[A-Za-z](?:-?[A-Za-z0-9])*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
