using System.Collections.Concurrent;
using System.Text.Json;
using Azure.Core;
using ByokConsole.Sandbox.Seed;

namespace ByokConsole.Resilience.Twin;

/// <summary>
/// Signs in as the sandbox's operator by the twin's clock. The vendor's own credential keeps its tokens by the machine's, for which a run of five
/// days takes a moment.
/// </summary>
internal sealed class TwinCredential(CloudTwin cloud, string secret) : TokenCredential
{
    /// <summary>A token is good from five minutes before it was made. The clock may be set back by less than that in between.</summary>
    private static readonly long Span = TimeSpan.FromMinutes(5).Ticks;

    private readonly ConcurrentDictionary<(string Scope, long Span), string> _tokens = [];

    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
        => throw new NotSupportedException("The console asks without blocking.");

    /// <summary>As good as over: whoever keeps tokens asks here again, and here the twin's clock decides.</summary>
    public override async ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken)
    {
        var scope = requestContext.Scopes[0];
        var when = (scope, cloud.Time.GetUtcNow().Ticks / Span);
        if (!_tokens.TryGetValue(when, out var token))
            _tokens[when] = token = await SignInAsync(scope, cancellationToken);
        return new AccessToken(token, DateTimeOffset.UtcNow);
    }

    private async Task<string> SignInAsync(string scope, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"https://login.microsoftonline.com/{SeededIds.Tenant}/oauth2/v2.0/token");
        request.Content = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials", ["client_id"] = SeededIds.OperatorApp, ["client_secret"] = secret, ["scope"] = scope,
        });
        using var response = await cloud.SendAsync(request, cancellationToken);
        using var body = JsonDocument.Parse(await response.Content.ReadAsStringAsync(cancellationToken));
        return body.RootElement.GetProperty("access_token").GetString()!;
    }
}
