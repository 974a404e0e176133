using System.Text.RegularExpressions;
using Azure;

namespace ByokConsole.Adapters.AzureCloud;

/// <summary>
/// The <c>WWW-Authenticate: Bearer</c> of a vault's 401, such as
/// <c>authorization="https://login.windows.net/{tenant}", resource="https://vault.azure.net"</c>.
/// </summary>
internal sealed partial record ChallengeHeader(Guid? TenantId, string? Resource, string? Claims)
{
    private const string DefaultScope = "/.default";

    public static ChallengeHeader? Read(Response response)
    {
        if (!response.Headers.TryGetValue("WWW-Authenticate", out var text)
            || !text.TrimStart().StartsWith("Bearer", StringComparison.OrdinalIgnoreCase))
            return null;
        string? authorization = null, resource = null, claims = null, error = null;
        foreach (Match match in Parameter().Matches(text))
        {
            var value = match.Groups["value"].Value;
            switch (match.Groups["name"].Value.ToLowerInvariant())
            {
                case "authorization" or "authorization_uri": authorization ??= value; break;
                case "resource" or "scope": resource ??= value; break;
                case "claims": claims ??= value; break;
                case "error": error ??= value; break;
            }
        }

        return new(Tenant(authorization), WithoutScope(resource), error == "insufficient_claims" ? claims : null);
    }

    private static Guid? Tenant(string? authorization)
        => Uri.TryCreate(authorization, UriKind.Absolute, out var uri)
            && Guid.TryParse(uri.AbsolutePath.Trim('/').Split('/')[0], out var tenant) ? tenant : null;

    private static string? WithoutScope(string? resource)
        => resource?.EndsWith(DefaultScope, StringComparison.OrdinalIgnoreCase) is true ? resource[..^DefaultScope.Length] : resource;

    [GeneratedRegex(@"(?<name>[A-Za-z_]+)\s*=\s*""(?<value>[^""]*)""", RegexOptions.CultureInvariant)]
    private static partial Regex Parameter();
}
