using System.Net;
using ByokConsole.Sandbox.Access;
using ByokConsole.Sandbox.Entra;
using ByokConsole.Sandbox.Http;
using ByokConsole.Sandbox.State;

namespace ByokConsole.Sandbox.KeyVault;

/// <summary>
/// Who may do what in a vault, in the service's order: token, network, right. A firewall or a missing right therefore says nothing about
/// whether the key exists.
/// </summary>
public sealed class VaultGate(World world, TokenAuthority tokens, AccessControl access)
{
    /// <summary>Access tokens name the resource without a trailing slash, or Key Vault's own application.</summary>
    private static readonly string[] Audiences = ["https://vault.azure.net", "cfa8b339-82a2-471a-a3c9-0fc0be7a4093"];

    /// <summary>Null when the call may go on.</summary>
    public async Task<Reply?> RefuseAsync(Call call, VaultRecord vault, VaultAct act)
    {
        var verdict = await tokens.JudgeAsync(call.Header("Authorization"), Audiences);
        if (verdict.Caller is not { } caller)
            return Challenge(vault, verdict.Problem);
        call.Caller = caller.ObjectId.ToString();
        if (caller.TenantId != vault.TenantId)
            return VaultErrors.Of(401, "Unauthorized", $"AKV10032: Invalid issuer. Expected one of https://sts.windows.net/{vault.TenantId}/, found {TokenAuthority.IssuerOf(caller.TenantId)}.")
                .With("WWW-Authenticate", ChallengeText(vault));
        return RefuseNetwork(vault, caller) ?? RefuseRight(vault, caller, act, call);
    }

    /// <summary>Every principal has an address of its own; registrations' applications come from a trusted service.</summary>
    public static string AddressOf(Guid principal)
    {
        var bytes = principal.ToByteArray();
        return $"20.{bytes[0]}.{bytes[1]}.{Math.Max((byte)1, bytes[2])}";
    }

    private Reply? RefuseNetwork(VaultRecord vault, Caller caller)
    {
        var trusted = world.Applications.Find(caller.AppId) is { IsConfluent: true };
        if (trusted && (vault.NetworkAcls?.Bypass ?? "AzureServices").Equals("AzureServices", StringComparison.OrdinalIgnoreCase))
            return null;
        var address = AddressOf(caller.ObjectId);
        if (vault.PublicNetworkAccess.Equals("Disabled", StringComparison.OrdinalIgnoreCase))
            return VaultErrors.Forbidden("Public network access is disabled and request is not from a trusted service nor via an approved private link.\r\nCaller: "
                + $"appid={caller.AppId};oid={caller.ObjectId}\r\nVault: {vault.Name};location={vault.Location}", "ForbiddenByConnection");
        if (vault.NetworkAcls is { } acls && acls.DefaultAction.Equals("Deny", StringComparison.OrdinalIgnoreCase) && !acls.IpRules.Any(rule => Admits(rule, address)))
            return VaultErrors.Forbidden($"Client address is not authorized and caller is not a trusted service.\r\nClient address: {address}\r\nCaller: appid={caller.AppId};oid={caller.ObjectId};iss={TokenAuthority.IssuerOf(caller.TenantId)}\r\nVault: {vault.Name};location={vault.Location}", "ForbiddenByFirewall");
        return null;
    }

    private Reply? RefuseRight(VaultRecord vault, Caller caller, VaultAct act, Call call)
    {
        var resource = $"{vault.ResourceId}{(act.Key is null ? "" : "/keys/" + act.Key)}".ToLowerInvariant();
        if (vault.EnableRbacAuthorization is not true)
        {
            var granted = vault.AccessPolicies.Where(policy => policy.ObjectId == caller.ObjectId).SelectMany(policy => policy.Keys);
            return granted.Any(permission => permission.Equals(act.Permission, StringComparison.OrdinalIgnoreCase) || permission.Equals("all", StringComparison.OrdinalIgnoreCase))
                ? null
                : VaultErrors.Forbidden($"The user, group or application 'appid={caller.AppId};oid={caller.ObjectId};iss={TokenAuthority.IssuerOf(caller.TenantId)}' does not have keys {act.Permission} permission on key vault '{vault.Name};location={vault.Location}'.", "ForbiddenByPolicy");
        }

        var action = "Microsoft.KeyVault/vaults/" + act.DataAction;
        return access.AllowsData(caller.ObjectId, action, resource)
            ? null
            : VaultErrors.Forbidden(
                "Caller is not authorized to perform action on resource.\r\nIf role assignments, deny assignments or role definitions were changed recently, please observe propagation time.\r\n"
                + $"Caller: appid={caller.AppId};oid={caller.ObjectId};iss={TokenAuthority.IssuerOf(caller.TenantId)}\r\nAction: '{action}'\r\nResource: '{resource}'\r\nAssignment: (not found)\r\nDenyAssignmentId: null\r\nDecisionReason: null \r\nVault: {vault.Name};location={vault.Location}\r\n",
                "ForbiddenByRbac");
    }

    private static Reply Challenge(VaultRecord vault, TokenProblem problem)
        => VaultErrors.Of(401, "Unauthorized", problem switch
        {
            TokenProblem.Missing => "AKV10000: Request is missing a Bearer or PoP token.",
            TokenProblem.Audience => "AKV10022: Invalid audience. Expected https://vault.azure.net.",
            TokenProblem.Expired => "AKV10001: The token is expired.",
            _ => "AKV10003: Error validating token.",
        }).With("WWW-Authenticate", ChallengeText(vault));

    private static string ChallengeText(VaultRecord vault)
        => $"Bearer authorization=\"https://login.windows.net/{vault.TenantId}\", resource=\"https://vault.azure.net\"";

    private static bool Admits(string rule, string address)
        => IPNetwork.TryParse(rule.Contains('/') ? rule : rule + "/32", out var network) && network.Contains(IPAddress.Parse(address));
}

/// <summary>What a call wants to do: the data action of RBAC, the permission of access policies, and the key it concerns.</summary>
public sealed record VaultAct(string DataAction, string Permission, string? Key);
