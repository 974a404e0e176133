using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ByokConsole.Sandbox.Clock;
using ByokConsole.Sandbox.Entra;
using ByokConsole.Sandbox.Http;
using ByokConsole.Sandbox.Seed;
using ByokConsole.Sandbox.State;

namespace ByokConsole.Sandbox.Graph;

/// <summary>
/// <c>graph.microsoft.com</c>: service principals: looked up by application or object id or by name, created if missing, deleted. Of the
/// applications a tenant lists only its own, so never those of key registrations.
/// </summary>
public sealed partial class GraphCloud(World world, TokenAuthority tokens, CloudClock clock)
{
    public async Task<Reply> AnswerAsync(Call call, CancellationToken cancellationToken)
    {
        var verdict = await tokens.JudgeAsync(call.Header("Authorization"), "https://graph.microsoft.com");
        if (verdict.Caller is not { } caller)
            return Error(call, 401, "InvalidAuthenticationToken", verdict.Problem is TokenProblem.Expired ? "Lifetime validation failed, the token is expired." : "Access token is empty or its validation failed.");
        call.Caller = caller.ObjectId.ToString();
        // Reading and creating service principals needs a directory permission: the operator's application has it, others do not.
        if (caller.AppId != SeededIds.OperatorApp)
            return Error(call, 403, "Authorization_RequestDenied", "Insufficient privileges to complete the operation.");
        var path = string.Join('/', call.Segments);
        if (ByAppId().Match(path) is { Success: true } match)
            return One(call, match.Groups["id"].Value);
        if (ByObjectId().Match(path) is { Success: true } named)
            return Same(call, named.Groups["id"].Value);
        return path.ToLowerInvariant() switch
        {
            "v1.0/serviceprincipals" => All(call),
            "v1.0/applications" when call.Method == "GET" => Applications(call),
            _ => Error(call, 400, "BadRequest", "Resource not found for the segment: the sandbox serves servicePrincipals, and lists applications."),
        };
    }

    private Reply All(Call call) => call.Method switch
    {
        "GET" => List(call),
        "POST" => Create(call),
        _ => Error(call, 405, "Request_BadRequest", "The collection takes GET and POST."),
    };

    private Reply One(Call call, string appId)
    {
        var found = Find(appId);
        if (call.Method == "GET")
            return found is null ? NotFound(call, appId) : new Reply(200, Write(found));
        if (call.Method != "PATCH")
            return Error(call, 405, "Request_BadRequest", "A service principal takes GET and PATCH.");
        if (found is not null)
            return new Reply(204);
        return call.Header("Prefer")?.Contains("create-if-missing", StringComparison.OrdinalIgnoreCase) is true ? Add(call, appId) : NotFound(call, appId);
    }

    private Reply Same(Call call, string objectId)
    {
        if (call.Method is not ("GET" or "DELETE"))
            return Error(call, 405, "Request_BadRequest", "A service principal by its object id takes GET and DELETE.");
        if (world.Principals.Find(objectId.ToLowerInvariant()) is not { } found)
            return NotFound(call, objectId);
        if (call.Method == "GET")
            return new Reply(200, Write(found));
        // Its role assignments stay behind, as the cloud's do.
        world.Write(change => change.Remove(world.Principals, found.Id));
        return new Reply(204);
    }

    private Reply List(Call call)
        => GraphFilter.Read(call.Query["$filter"].ToString()) is not { } filter ? Unfiltered(call)
            : Listed("servicePrincipals", world.Principals.All.Where(principal => filter.Admits(principal.AppId, principal.DisplayName)).Select(Write));

    private Reply Applications(Call call)
        => GraphFilter.Read(call.Query["$filter"].ToString()) is not { } filter ? Unfiltered(call)
            : Listed("applications", world.Applications.All.Where(own => !own.IsConfluent && filter.Admits(own.Id, own.Name)).Select(own => new JsonObject
            {
                ["appId"] = own.Id,
                ["displayName"] = own.Name,
                ["signInAudience"] = "AzureADMyOrg",
            }));

    private Reply Unfiltered(Call call) => Error(call, 400, "Request_UnsupportedQuery", "The filter may name appId, servicePrincipalNames or displayName.");

    private static Reply Listed(string what, IEnumerable<JsonObject> items) => new(200, new JsonObject
    {
        ["@odata.context"] = $"https://graph.microsoft.com/v1.0/$metadata#{what}",
        ["value"] = JsonReading.Array(items),
    });

    /// <summary>What a POST of the collection does, once the caller may.</summary>
    internal Reply Create(Call call)
    {
        if (call.Json().Text("appId") is not { } appId)
            return Error(call, 400, "Request_BadRequest", "A property 'appId' is required.");
        return Find(appId) is null
            ? Add(call, appId)
            : Error(call, 409, "Request_MultipleObjectsWithSameKeyValue", $"The service principal cannot be created because the service principal name {appId} is already in use.");
    }

    private Reply Add(Call call, string appId)
        => world.Write(change =>
        {
            if (Find(appId) is { } existing)
                return new Reply(204, Write(existing));
            if (world.Applications.Find(appId.ToLowerInvariant()) is not { } application)
                return Error(call, 400, "Request_BadRequest", $"The appId '{appId}' of the service principal does not reference a valid application object.");
            var principal = new PrincipalRecord(Guid.NewGuid().ToString(), application.Id, application.Name, clock.GetUtcNow());
            change.Put(world.Principals, principal);
            return new Reply(201, Write(principal));
        });

    private PrincipalRecord? Find(string appId)
        => world.Principals.All.FirstOrDefault(principal => principal.AppId.Equals(appId, StringComparison.OrdinalIgnoreCase));

    private static JsonObject Write(PrincipalRecord principal) => new()
    {
        ["@odata.context"] = "https://graph.microsoft.com/v1.0/$metadata#servicePrincipals/$entity",
        ["id"] = principal.Id,
        ["appId"] = principal.AppId,
        ["displayName"] = principal.DisplayName,
        ["servicePrincipalType"] = "Application",
        ["accountEnabled"] = true,
        ["createdDateTime"] = principal.CreatedAt.ToString("O"),
        ["servicePrincipalNames"] = JsonReading.Array([principal.AppId]),
    };

    private Reply NotFound(Call call, string appId)
        => Error(call, 404, "Request_ResourceNotFound", $"Resource '{appId}' does not exist or one of its queried reference-property objects are not present.");

    private Reply Error(Call call, int status, string code, string message) => new(status, new JsonObject
    {
        ["error"] = new JsonObject
        {
            ["code"] = code,
            ["message"] = message,
            ["innerError"] = new JsonObject { ["date"] = clock.Real.GetUtcNow().ToString("s"), ["request-id"] = call.RequestId, ["client-request-id"] = call.RequestId },
        },
    });

    [GeneratedRegex(@"\Av1\.0/servicePrincipals\(appId='(?<id>[^']*)'\)\z", RegexOptions.IgnoreCase)]
    private static partial Regex ByAppId();

    [GeneratedRegex(@"\Av1\.0/servicePrincipals/(?<id>[0-9a-f-]{36})\z", RegexOptions.IgnoreCase)]
    private static partial Regex ByObjectId();
}
