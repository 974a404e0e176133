using System.Text.Json.Nodes;
using ByokConsole.Sandbox.Http;

namespace ByokConsole.Sandbox.KeyVault;

/// <summary>Errors in Key Vault's shape: the outer code says little, the inner one tells the 403s apart.</summary>
internal static class VaultErrors
{
    public static Reply Of(int status, string code, string message, string? inner = null)
    {
        var error = new JsonObject { ["code"] = code, ["message"] = message };
        if (inner is not null)
            error["innererror"] = new JsonObject { ["code"] = inner };
        return new Reply(status, new JsonObject { ["error"] = error });
    }

    public static Reply Bad(string message) => Of(400, "BadParameter", message);

    public static Reply Forbidden(string message, string? inner = null) => Of(403, "Forbidden", message, inner);

    public static Reply NotFound(string name, string? version = null)
        => Of(404, "KeyNotFound", $"A key with (name/id) {name}{(version is null ? "" : "/" + version)} was not found in this key vault. If you recently deleted this key you may be able to recover it using the correct recovery command.");

    public static Reply Conflict(string message, string inner) => Of(409, "Conflict", message, inner);
}
