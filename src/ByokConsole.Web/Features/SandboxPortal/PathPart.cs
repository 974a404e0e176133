using System.Text.RegularExpressions;

namespace ByokConsole.Web.Features.SandboxPortal;

/// <summary>Text that a request's path can hold, as the sandbox looks for it.</summary>
public static partial class PathPart
{
    /// <summary>What it has to be.</summary>
    public const string Rule = "A part of a path: no host, query, space or wildcard.";

    public static bool IsPossible(string text) => text.Length == 0 || Possible().IsMatch(text);

    [GeneratedRegex(@"\A(?!.*//)[A-Za-z0-9/._~!$&'()+,;=:@-]+\z")]
    private static partial Regex Possible();
}
