using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ByokConsole.Adapters.AzureCloud;

/// <summary>Whether Entra gives the console's identity tokens. The credential keeps them, so that it is seldom asked.</summary>
internal sealed class IdentityReadiness(TokenCredential credential, CloudConnection connection) : IHealthCheck
{
    private static readonly string[] Scopes = ["https://management.azure.com/.default"];

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await credential.GetTokenAsync(new TokenRequestContext(Scopes, tenantId: $"{connection.TenantId}"), cancellationToken).ConfigureAwait(false);
            return HealthCheckResult.Healthy("Microsoft Entra knows the console's identity.");
        }
        catch (AuthenticationFailedException)
        {
            // Its message may hold what was sent.
            return HealthCheckResult.Unhealthy("Microsoft Entra gives the console's identity no token: look at its settings, and at the way there.");
        }
    }
}
