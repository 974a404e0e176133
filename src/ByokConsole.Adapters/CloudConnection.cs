namespace ByokConsole.Adapters;

/// <summary>
/// How the adapters reach the clouds and who they are there. The only thing in which a sandbox and the real clouds differ:
/// with a proxy and a certificate authority every call goes through that proxy and trusts that authority alone;
/// without them the system's own proxy and trust settings hold.
/// </summary>
public sealed record CloudConnection
{
    /// <summary>Proxy that every call must take, whatever the machine's own settings say; null for the system's own.</summary>
    public Uri? Proxy { get; init; }

    /// <summary>PEM file of the only certificate authority to trust; null for the system's trust.</summary>
    public string? CertificateAuthorityFile { get; init; }

    /// <summary>Tenant of the console's identity.</summary>
    public required Guid TenantId { get; init; }

    /// <summary>Further tenants that tokens may be asked for (vaults elsewhere). Never "any".</summary>
    public IReadOnlyList<Guid> AdditionalTenantIds { get; init; } = [];

    /// <summary>Application id of the console's identity; null together with the secret to use the machine's own identity.</summary>
    public string? ClientId { get; init; }

    /// <summary>Client secret, or null. Never printed.</summary>
    public string? ClientSecret { get; init; }

    /// <summary>Subscription to propose first, or null.</summary>
    public Guid? SubscriptionId { get; init; }

    /// <summary>Id of a Confluent Cloud API key (not one of a cluster).</summary>
    public required string ConfluentApiKey { get; init; }

    /// <summary>Its secret. Never printed.</summary>
    public required string ConfluentApiSecret { get; init; }

    /// <summary>Confluent environment to open first, or null.</summary>
    public string? ConfluentEnvironmentId { get; init; }

    /// <summary>True when tokens may be asked for this tenant.</summary>
    public bool AllowsTenant(Guid tenantId) => tenantId == TenantId || AdditionalTenantIds.Contains(tenantId);

    /// <summary>Says where it leads and as whom, without any secret.</summary>
    public override string ToString()
        => $"CloudConnection {{ Proxy = {Proxy?.GetLeftPart(UriPartial.Authority) ?? "system"}, TenantId = {TenantId}, "
            + $"ClientId = {ClientId ?? "machine identity"}, ConfluentApiKey = {ConfluentApiKey}, secrets redacted }}";
}
