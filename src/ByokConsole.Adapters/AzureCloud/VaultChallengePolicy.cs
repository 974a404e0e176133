using System.Text;
using Azure.Core;
using Azure.Core.Pipeline;

namespace ByokConsole.Adapters.AzureCloud;

/// <summary>
/// Key Vault's sign-in: the first request to a vault goes without token and body, its 401 names the tenant, and the same request is
/// sent again with a token of that tenant. Before any token is asked for, the host must be a vault, the challenge must be Key
/// Vault's own, and the tenant must be one that is configured.
/// </summary>
internal sealed class VaultChallengePolicy(TokenCredential credential, CloudConnection connection, VaultTenants tenants)
    : BearerTokenAuthenticationPolicy(credential, Scope)
{
    private const string Resource = "https://vault.azure.net";
    private const string Scope = Resource + "/.default";
    private const string HeldBack = "ByokConsole.HeldBackContent";

    protected override ValueTask AuthorizeRequestAsync(HttpMessage message)
    {
        var uri = message.Request.Uri.ToUri();
        VaultAddress.Require(uri);
        if (tenants.Find(uri.Host) is { } tenant)
            return AuthenticateAndAuthorizeRequestAsync(message, Context(message, tenant, null));
        if (message.Request.Content is { } content)
        {
            message.SetProperty(HeldBack, content);
            message.Request.Content = null;
        }

        return ValueTask.CompletedTask;
    }

    protected override async ValueTask<bool> AuthorizeRequestOnChallengeAsync(HttpMessage message)
    {
        var host = message.Request.Uri.Host ?? "";
        var known = tenants.Find(host);
        if (ChallengeHeader.Read(message.Response) is not { } challenge)
            return false;
        if (challenge.Resource is not null && challenge.Resource.TrimEnd('/') != Resource)
            throw new CallRefusedException("was not given a token: its challenge names another resource than Key Vault");
        var claims = Claims(challenge);
        // A token of this tenant was refused. Without one, the tenant is known from another request that was on its way at the same time.
        var wasSigned = message.Request.Headers.Contains(HttpHeader.Names.Authorization);
        if ((challenge.TenantId ?? known) is not { } tenant || (wasSigned && tenant == known && claims is null))
            return false;
        if (!connection.AllowsTenant(tenant))
        {
            throw new CallRefusedException(
                $"was not given a token: the vault belongs to tenant {tenant}, which is not configured. Add it to {ConnectionSettings.AdditionalTenantIds}");
        }

        tenants.Remember(host, tenant);
        if (message.TryGetProperty(HeldBack, out var held) && held is RequestContent content)
            message.Request.Content = content;
        await AuthenticateAndAuthorizeRequestAsync(message, Context(message, tenant, claims)).ConfigureAwait(false);
        return true;
    }

    // The synchronous twins are never used.
    protected override void AuthorizeRequest(HttpMessage message) => throw new NotSupportedException();

    protected override bool AuthorizeRequestOnChallenge(HttpMessage message) => throw new NotSupportedException();

    private static TokenRequestContext Context(HttpMessage message, Guid tenant, string? claims)
        => new([Scope], message.Request.ClientRequestId, claims, tenant.ToString(), isCaeEnabled: true);

    /// <summary>A re-evaluation of access: the token must be asked for anew with these claims.</summary>
    private static string? Claims(ChallengeHeader challenge)
    {
        if (challenge.Claims is not { } encoded)
            return null;
        try
        {
            return Encoding.UTF8.GetString(Convert.FromBase64String(encoded));
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
