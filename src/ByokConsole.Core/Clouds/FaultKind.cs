namespace ByokConsole.Core.Clouds;

/// <summary>Why a cloud did not give what was asked, told apart as far as its answer allows.</summary>
public enum FaultKind
{
    /// <summary>The resource does not exist, or the cloud hides it as if it did not.</summary>
    NotFound,
    /// <summary>The console's own credential was refused.</summary>
    Unauthenticated,
    /// <summary>Signed in, but not allowed; no finer reason was given.</summary>
    Forbidden,
    /// <summary>Key Vault: no role assignment covers the action (inner code ForbiddenByRbac).</summary>
    ForbiddenByRbac,
    /// <summary>Key Vault: the vault uses access policies and none covers the action (ForbiddenByPolicy).</summary>
    ForbiddenByPolicy,
    /// <summary>Key Vault: the vault's firewall keeps this console out (ForbiddenByFirewall, ForbiddenByConnection).</summary>
    ForbiddenByFirewall,
    /// <summary>Key Vault: the key version is disabled (KeyDisabled).</summary>
    KeyDisabled,
    /// <summary>Key Vault: the operation is not in the key's key_ops (KeyOperationForbidden).</summary>
    KeyOperationForbidden,
    /// <summary>Key Vault: purge protection forbids the act.</summary>
    PurgeProtected,
    /// <summary>Resource Manager: the principal is not known yet (PrincipalNotFound): try again shortly.</summary>
    PrincipalNotFound,
    /// <summary>The object exists already.</summary>
    AlreadyExists,
    /// <summary>The state of the resource does not allow the act.</summary>
    Conflict,
    /// <summary>The cloud refused the content of the request; <see cref="CloudFault.Problems"/> may name fields.</summary>
    Invalid,
    /// <summary>A quota of the organisation is used up.</summary>
    QuotaExceeded,
    /// <summary>Too many requests; <see cref="CloudFault.RetryAfter"/> says when to come back, if the cloud did.</summary>
    Throttled,
    /// <summary>The cloud failed (5xx).</summary>
    CloudError,
    /// <summary>No connection, no such host, or no answer in time.</summary>
    Unreachable,
    /// <summary>An answer came that could not be understood (HTML, truncated JSON, missing fields).</summary>
    Malformed,
    /// <summary>The console itself refused to ask: the host is not a vault, or the tenant is not configured.</summary>
    Refused,
}
