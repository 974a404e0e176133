using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;

namespace ByokConsole.Web.Features.Environments;

/// <summary>The environment that the address names; else the one of what the page shows (a draft, a run), else the one named last.</summary>
public sealed partial class CurrentEnvironment(NavigationManager navigation)
{
    private string? _last;

    /// <summary>Raised when a page has told its environment and it is another one.</summary>
    public event Action? Changed;

    public string? Id
    {
        get
        {
            var match = Shape().Match(new Uri(navigation.Uri).AbsolutePath);
            return _last = match.Success ? Uri.UnescapeDataString(match.Groups[1].Value) : _last;
        }
    }

    /// <summary>Told by a page whose address names none, once it knows what it shows.</summary>
    public void ComeFrom(string? environmentId)
    {
        if (environmentId is null || environmentId == Id)
            return;
        _last = environmentId;
        Changed?.Invoke();
    }

    [GeneratedRegex("^/environments/([^/]+)")]
    private static partial Regex Shape();
}
