using System.Text.RegularExpressions;

namespace ByokConsole.Sandbox.Graph;

/// <summary>What a list is narrowed to: an application's id, or a display name or its beginning.</summary>
internal sealed partial record GraphFilter(string? AppId, string? Name, string? Beginning)
{
    /// <summary>No text admits everything; null when it is none of the forms that are served.</summary>
    public static GraphFilter? Read(string text)
    {
        if (text.Length == 0)
            return new(null, null, null);
        if (ByAppId().Match(text) is { Success: true } id)
            return new(id.Groups["value"].Value, null, null);
        if (ByName().Match(text) is { Success: true } name)
            return new(null, Unquoted(name), null);
        return ByBeginning().Match(text) is { Success: true } beginning ? new(null, null, Unquoted(beginning)) : null;
    }

    public bool Admits(string appId, string name)
        => (AppId ?? appId).Equals(appId, StringComparison.OrdinalIgnoreCase)
            && (Name ?? name).Equals(name, StringComparison.OrdinalIgnoreCase)
            && name.StartsWith(Beginning ?? "", StringComparison.OrdinalIgnoreCase);

    private static string Unquoted(Match match) => match.Groups["value"].Value.Replace("''", "'", StringComparison.Ordinal);

    [GeneratedRegex(@"\A\s*\(?(?:appId eq|servicePrincipalNames/any\(\w+:\s*\w+ eq)\s*'(?<value>[^']*)'\s*\)*\z", RegexOptions.IgnoreCase)]
    private static partial Regex ByAppId();

    [GeneratedRegex(@"\A\s*displayName eq\s*'(?<value>(?:[^']|'')*)'\s*\z", RegexOptions.IgnoreCase)]
    private static partial Regex ByName();

    [GeneratedRegex(@"\A\s*startswith\(displayName,\s*'(?<value>(?:[^']|'')*)'\)\s*\z", RegexOptions.IgnoreCase)]
    private static partial Regex ByBeginning();
}
