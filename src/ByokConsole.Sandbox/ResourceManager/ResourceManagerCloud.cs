using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ByokConsole.Sandbox.Access;
using ByokConsole.Sandbox.Entra;
using ByokConsole.Sandbox.Http;
using ByokConsole.Sandbox.Seed;
using ByokConsole.Sandbox.State;

namespace ByokConsole.Sandbox.ResourceManager;

/// <summary><c>management.azure.com</c>: subscriptions, resource groups, vaults, role assignments and definitions.</summary>
public sealed partial class ResourceManagerCloud(
    World world, TokenAuthority tokens, AccessControl access, ArmThrottle throttle, VaultRoutes vaults, KeyVaultProvider provider, RoleRoutes roles,
    ActivityRoutes activity)
{
    private const StringComparison IgnoreCase = StringComparison.OrdinalIgnoreCase;

    /// <summary>What a client gave to tell the requests of one undertaking by, or the request's own id.</summary>
    private const string Correlation = "x-ms-correlation-request-id";

    public async Task<Reply> AnswerAsync(Call call, CancellationToken cancellationToken)
        => (await AdmitAsync(call)).With(Correlation, Guid.TryParse(call.Header(Correlation), out var given) ? given.ToString() : call.RequestId);

    private async Task<Reply> AdmitAsync(Call call)
    {
        var verdict = await tokens.JudgeAsync(call.Header("Authorization"), "https://management.azure.com", "https://management.core.windows.net");
        if (verdict.Caller is not { } caller)
            return ArmErrors.Unauthenticated(verdict.Problem);
        call.Caller = caller.ObjectId.ToString();
        return throttle.Admit(call, caller, () => Judge(call, caller));
    }

    private Reply Judge(Call call, Caller caller)
    {
        if (call.Query["api-version"].ToString() is not { Length: > 0 } version)
            return ArmErrors.Of(400, "MissingApiVersionParameter", "The api-version query parameter (?api-version=) is required for all requests.");
        if (!ApiVersion().IsMatch(version))
            return ArmErrors.Of(400, "InvalidApiVersionParameter", $"The api-version '{version}' is invalid.");
        return Route(call, caller);
    }

    private Reply Route(Call call, Caller caller)
    {
        var path = call.Segments;
        var authorization = IndexOf(path, "Microsoft.Authorization");
        if (authorization >= 1 && path[authorization - 1].Equals("providers", IgnoreCase))
            return roles.Answer(call, caller, "/" + string.Join('/', path.Take(authorization - 1)), [.. path.Skip(authorization + 1)]);
        if (path.Count == 0 || !path[0].Equals("subscriptions", IgnoreCase))
            return ArmErrors.Of(404, "InvalidResourceType", "The resource type could not be found.");
        if (path.Count == 1)
            return List(Visible(caller) ? [Subscription()] : []);
        if (!Guid.TryParse(path[1], out var subscription) || subscription != SeededIds.Subscription || !Visible(caller))
            return ArmErrors.Of(404, "SubscriptionNotFound", $"The subscription '{path[1]}' could not be found.");
        return path switch
        {
            [_, _] => new Reply(200, Subscription()),
            [_, _, var word, ..] when word.Equals("resourcegroups", IgnoreCase) && path.Count <= 4 => Groups(call, path),
            [_, _, var word] when word.Equals("resources", IgnoreCase) => Resources(call, caller),
            [_, _, var word] when word.Equals("locations", IgnoreCase) => List([.. SeededIds.Regions.Select(region => (JsonNode)new JsonObject { ["name"] = region, ["displayName"] = region })]),
            [_, _, _, var name, "eventtypes", "management", "values"] when name.Equals("Microsoft.Insights", IgnoreCase) => activity.List(call, caller),
            [_, _, var p, var name, ..] when IsKeyVault(p, name) => provider.Answer(call, caller, [.. path.Skip(4)]) ?? NotServed(),
            [_, _, _, var group, var p, var name, var type] when IsVaults(p, name, type) => vaults.List(caller, group),
            [_, _, _, var group, var p, var name, var type, var vault] when IsVaults(p, name, type) => vaults.Answer(call, caller, group, vault),
            [_, _, _, var group, var p, var name, var type, var vault, var policies, var kind] when IsVaults(p, name, type) && policies.Equals("accessPolicies", IgnoreCase)
                => vaults.Policies(call, caller, group, vault, kind),
            _ => NotServed(),
        };
    }

    /// <summary>Azure shows a subscription to whoever holds any role in it.</summary>
    private bool Visible(Caller caller)
        => world.Assignments.All.Any(assignment => assignment.PrincipalId == caller.ObjectId)
            || access.Allows(caller.ObjectId, "Microsoft.Resources/subscriptions/read", $"/subscriptions/{SeededIds.Subscription}");

    /// <summary>All resources, or those of the type that the filter names: vaults are all there is.</summary>
    private Reply Resources(Call call, Caller caller)
        => ResourceType().Match(call.Query["$filter"].ToString()) is { Success: true } named && !named.Groups["type"].Value.Equals("Microsoft.KeyVault/vaults", IgnoreCase)
            ? List([])
            : vaults.List(caller, null);

    private static Reply Groups(Call call, IReadOnlyList<string> path)
    {
        JsonObject Group(string name) => new()
        {
            ["id"] = $"/subscriptions/{SeededIds.Subscription}/resourceGroups/{name}",
            ["name"] = name,
            ["type"] = "Microsoft.Resources/resourceGroups",
            ["location"] = "eastus",
            ["properties"] = new JsonObject { ["provisioningState"] = "Succeeded" },
        };
        if (path.Count == 3)
            return List([.. SeededIds.ResourceGroups.Select(Group)]);
        var found = SeededIds.ResourceGroups.FirstOrDefault(name => name.Equals(path[3], IgnoreCase));
        if (call.Method == "HEAD")
            return new Reply(found is null ? 404 : 204);
        return found is not null ? new Reply(200, Group(found)) : ArmErrors.GroupNotFound(path[3]);
    }

    private static JsonObject Subscription() => new()
    {
        ["id"] = $"/subscriptions/{SeededIds.Subscription}",
        ["subscriptionId"] = SeededIds.Subscription.ToString(),
        ["tenantId"] = SeededIds.Tenant.ToString(),
        ["displayName"] = SeededIds.SubscriptionName,
        ["state"] = "Enabled",
        ["subscriptionPolicies"] = new JsonObject { ["locationPlacementId"] = "Public_2014-09-01", ["quotaId"] = "PayAsYouGo_2014-09-01", ["spendingLimit"] = "Off" },
        ["authorizationSource"] = "RoleBased",
    };

    private static Reply List(JsonNode[] items) => new(200, new JsonObject { ["value"] = JsonReading.Array(items) });

    private static Reply NotServed()
        => ArmErrors.Of(400, "NoRegisteredProviderFound", "No registered resource provider found for this path in the sandbox: it serves Microsoft.KeyVault/vaults.");

    private static bool IsKeyVault(string providers, string name) => providers.Equals("providers", IgnoreCase) && name.Equals("Microsoft.KeyVault", IgnoreCase);

    private static bool IsVaults(string providers, string name, string type) => IsKeyVault(providers, name) && type.Equals("vaults", IgnoreCase);

    private static int IndexOf(IReadOnlyList<string> path, string word)
    {
        for (var i = path.Count - 1; i >= 0; i--)
        {
            if (path[i].Equals(word, IgnoreCase))
                return i;
        }

        return -1;
    }

    [GeneratedRegex(@"\A\d{4}-\d{2}-\d{2}(-preview)?\z")]
    private static partial Regex ApiVersion();

    [GeneratedRegex(@"resourceType eq\s*'(?<type>[^']*)'", RegexOptions.IgnoreCase)]
    private static partial Regex ResourceType();
}
