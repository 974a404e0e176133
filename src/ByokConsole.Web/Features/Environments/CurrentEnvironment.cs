using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;

namespace ByokConsole.Web.Features.Environments;

/// <summary>The environment that the address names, or the one it named last: pages such as runs belong to none.</summary>
public sealed partial class CurrentEnvironment(NavigationManager navigation)
{
    private string? _last;

    public string? Id
    {
        get
        {
            var match = Shape().Match(new Uri(navigation.Uri).AbsolutePath);
            return _last = match.Success ? Uri.UnescapeDataString(match.Groups[1].Value) : _last;
        }
    }

    [GeneratedRegex("^/environments/([^/]+)")]
    private static partial Regex Shape();
}
