using ByokConsole.Adapters.Sandboxes;

namespace ByokConsole.Web.Features.SandboxPortal;

/// <summary>What a request of the sandbox's log did, in words: "unwrapped with kv-orders-weu/staging-cmk".</summary>
public static class RequestWords
{
    /// <summary>Of one that was refused or cut, that it was tried.</summary>
    public static string Of(SandboxRequest request)
    {
        var (act, done) = Words(request);
        return request.IsDone ? done : $"tried to {act}";
    }

    /// <summary>Who asked; nobody where the answer came before the cloud looked.</summary>
    public static string Who(SandboxRequest request) => request.CallerName ?? request.Caller ?? "Somebody not signed in";

    /// <summary>How it ended.</summary>
    public static string Answer(SandboxRequest request) => request.Status == 0 ? "cut" : $"{request.Status}";

    private static (string Act, string Done) Words(SandboxRequest request) => request.Host switch
    {
        "login.microsoftonline.com" => request.Method == "POST" ? ("sign in", "signed in") : ("read how to sign in", "read how to sign in"),
        "graph.microsoft.com" => request.Method == "GET"
            ? ("look up a service principal", "looked up a service principal")
            : ("create a service principal", "created a service principal"),
        "management.azure.com" => OfResourceManager(request),
        "api.confluent.cloud" => OfConfluent(request),
        "api.telemetry.confluent.cloud" => ("read metrics", "read metrics"),
        "sandbox.byokconsole.test" => OfControl(request),
        _ => OfVault(request),
    };

    private static (string Act, string Done) OfVault(SandboxRequest request)
    {
        var key = $"{request.Vault}/{request.Key}";
        var last = request.Path.Split('/')[^1].ToLowerInvariant();
        return (request.Method, last) switch
        {
            _ when request.Key is null => ($"list the keys of {request.Vault}", $"listed the keys of {request.Vault}"),
            ("POST", "wrapkey") => ($"wrap with {key}", $"wrapped with {key}"),
            ("POST", "unwrapkey") => ($"unwrap with {key}", $"unwrapped with {key}"),
            ("POST", "create") => Both("create", "created", key),
            ("POST", "rotate") => Both("rotate", "rotated", key),
            ("POST", "recover") => Both("recover", "recovered", key),
            ("GET", "rotationpolicy") => Both("read", "read", $"the rotation policy of {key}"),
            ("PUT", "rotationpolicy") => Both("set", "set", $"the rotation policy of {key}"),
            ("GET", "versions") => Both("list", "listed", $"the versions of {key}"),
            ("DELETE", _) => request.After("deletedkeys") is null ? Both("delete", "deleted", key) : Both("purge", "purged", key),
            ("PATCH", _) => Both("change", "changed", key),
            _ => Both("read", "read", key),
        };
    }

    private static (string Act, string Done) OfResourceManager(SandboxRequest request)
    {
        var at = request.Vault ?? "the subscription";
        if (request.Path.Contains("/roleAssignments", StringComparison.OrdinalIgnoreCase))
            return request.Method switch
            {
                "PUT" => Both("assign", "assigned", $"a role at {at}"),
                "DELETE" => Both("remove", "removed", $"a role at {at}"),
                _ => Both("read", "read", $"role assignments at {at}"),
            };
        if (request.Path.Contains("/eventtypes/", StringComparison.OrdinalIgnoreCase))
            return Both("read", "read", "the activity log");
        return request.Method switch
        {
            "PUT" => Both("create", "created", at),
            "PATCH" => Both("change", "changed", at),
            "DELETE" => Both("delete", "deleted", at),
            _ when request.Path.EndsWith("/vaults", StringComparison.OrdinalIgnoreCase) => Both("list", "listed", "vaults"),
            _ => Both("read", "read", at),
        };
    }

    private static (string Act, string Done) OfConfluent(SandboxRequest request)
    {
        var (what, after) = request.Path switch
        {
            var path when path.Contains("/byok/", StringComparison.Ordinal) => ("key registration", "keys"),
            var path when path.Contains("/clusters", StringComparison.Ordinal) => ("cluster", "clusters"),
            var path when path.Contains("/networks", StringComparison.Ordinal) => ("network", "networks"),
            var path when path.Contains("/environments", StringComparison.Ordinal) => ("environment", "environments"),
            _ => ("organization", "organizations"),
        };
        var id = request.After(after);
        return (request.Method, id) switch
        {
            ("GET", null) => Both("list", "listed", $"{what}s"),
            ("GET", _) => Both("read", "read", $"{what} {id}"),
            ("POST", _) => what == "key registration" ? Both("register", "registered", "a key") : Both("create", "created", $"a {what}"),
            ("DELETE", _) => Both("delete", "deleted", $"{what} {id}"),
            _ => Both("change", "changed", $"{what} {id}"),
        };
    }

    private static (string Act, string Done) OfControl(SandboxRequest request) => request.Path.Split('/') switch
    {
        [_, "clock"] => Both("move", "moved", "the clock"),
        [_, "faults"] => request.Method == "DELETE" ? Both("clear", "cleared", "the faults") : Both("order", "ordered", "a fault"),
        [_, "reset"] => ("start over", "started over"),
        [_, "vaults"] => Both("create", "created", "a vault"),
        [_, "vaults", var vault] => Both("change", "changed", vault),
        [_, "vaults", var vault, "keys", var key, var act] => Both(act, act == "rotate" ? "rotated" : "recovered", $"{vault}/{key}"),
        [_, "vaults", var vault, "keys", var key] => OfControl(request.Method, $"{vault}/{key}"),
        [_, "assignments", ..] => request.Method == "DELETE" ? Both("remove", "removed", "a role") : Both("assign", "assigned", "a role"),
        [_, "principals"] => Both("create", "created", "a service principal"),
        [_, "registrations", var id] => Both("delete", "deleted", $"key registration {id}"),
        [_, "connections", var cluster] => Both("change", "changed", $"the clients of {cluster}"),
        _ => Both("change", "changed", "the sandbox"),
    };

    private static (string Act, string Done) OfControl(string method, string key) => method switch
    {
        "POST" => Both("create", "created", key),
        "DELETE" => Both("delete", "deleted", key),
        _ => Both("change", "changed", key),
    };

    private static (string Act, string Done) Both(string act, string done, string what) => ($"{act} {what}", $"{done} {what}");
}
