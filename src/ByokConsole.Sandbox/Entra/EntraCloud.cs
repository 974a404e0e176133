using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using ByokConsole.Sandbox.Http;
using ByokConsole.Sandbox.Seed;
using ByokConsole.Sandbox.State;
using Microsoft.AspNetCore.WebUtilities;

namespace ByokConsole.Sandbox.Entra;

/// <summary><c>login.microsoftonline.com</c>: tokens for applications that know their secret, and the documents that clients read before.</summary>
public sealed class EntraCloud(World world, TokenAuthority tokens, SecretBox secrets, TimeProvider real)
{
    /// <summary>What a token can be for.</summary>
    internal static readonly IReadOnlyList<string> Resources =
        ["https://vault.azure.net", "https://management.azure.com", "https://management.core.windows.net", "https://graph.microsoft.com"];

    public Task<Reply> AnswerAsync(Call call, CancellationToken cancellationToken)
        => Task.FromResult(call.Segments switch
        {
            [var tenant, "oauth2", "v2.0", "token"] when call.Method == "POST" => Token(call, tenant),
            [var tenant, "v2.0", ".well-known", "openid-configuration"] => Discovery(tenant),
            [_, "discovery", "instance"] => Instance(),
            [_, "discovery", "v2.0", "keys"] => new Reply(200, new JsonObject { ["keys"] = new JsonArray(PublicKey()) }),
            _ => Error(404, "invalid_request", 900561, "The endpoint does not exist, or takes another method."),
        });

    private Reply Token(Call call, string tenant)
    {
        var form = QueryHelpers.ParseQuery(Encoding.UTF8.GetString(call.Body.Span));
        string Field(string name) => form.TryGetValue(name, out var value) ? value.ToString() : "";
        if (!Guid.TryParse(tenant, out var tenantId) || tenantId != SeededIds.Tenant)
            return Error(400, "invalid_request", 90002, $"Tenant '{tenant}' not found. Check to make sure you have the correct tenant ID.");
        if (Field("grant_type") != "client_credentials")
            return Error(400, "unsupported_grant_type", 70003, $"The app requested an unsupported grant type '{Field("grant_type")}'.");
        if (world.Applications.Find(Field("client_id").ToLowerInvariant()) is not { } application)
            return Error(400, "unauthorized_client", 700016, $"Application with identifier '{Field("client_id")}' was not found in the directory.");
        if (!SameSecret(Field("client_secret"), secrets.Derive("client:" + application.Id)))
            return Error(401, "invalid_client", 7000215, $"Invalid client secret provided for app '{application.Id}'.");
        // Until its service principal is found: whoever looks into the log sees whose sign-in failed.
        call.Caller = application.Id;
        if (Audience(Field("scope")) is not { } audience)
            return Error(400, "invalid_scope", 70011, $"The provided value for the input parameter 'scope' is not valid. The scope {Field("scope")} is not valid.");
        if (world.Principals.All.FirstOrDefault(principal => principal.AppId == application.Id) is not { } servicePrincipal)
            return Error(400, "unauthorized_client", 7000229, $"The client application {application.Id} is missing service principal in the tenant {tenantId}.");
        call.Caller = servicePrincipal.Id;
        return new Reply(200, new JsonObject
        {
            ["token_type"] = "Bearer",
            ["expires_in"] = (int)TokenAuthority.Lifetime.TotalSeconds - 1,
            ["ext_expires_in"] = (int)TokenAuthority.Lifetime.TotalSeconds - 1,
            ["access_token"] = tokens.Issue(tenantId, application.Id, servicePrincipal.Id, audience),
        });
    }

    /// <summary>One resource per token; an audience with a trailing slash makes a double slash, which Entra takes.</summary>
    private static string? Audience(string scope)
    {
        const string Suffix = "/.default";
        var wanted = scope.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(part => part.StartsWith("https://", StringComparison.OrdinalIgnoreCase)).ToList();
        return wanted is [var only] && only.EndsWith(Suffix, StringComparison.OrdinalIgnoreCase)
            ? Resources.FirstOrDefault(resource => resource.Equals(only[..^Suffix.Length].TrimEnd('/'), StringComparison.OrdinalIgnoreCase))
            : null;
    }

    private static bool SameSecret(string given, string expected)
        => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(expected));

    private static Reply Discovery(string tenant) => new(200, new JsonObject
    {
        ["issuer"] = $"https://login.microsoftonline.com/{tenant}/v2.0",
        ["authorization_endpoint"] = $"https://login.microsoftonline.com/{tenant}/oauth2/v2.0/authorize",
        ["token_endpoint"] = $"https://login.microsoftonline.com/{tenant}/oauth2/v2.0/token",
        ["jwks_uri"] = $"https://login.microsoftonline.com/{tenant}/discovery/v2.0/keys",
        ["response_types_supported"] = JsonReading.Array(["token"]),
        ["subject_types_supported"] = JsonReading.Array(["pairwise"]),
        ["id_token_signing_alg_values_supported"] = JsonReading.Array(["RS256"]),
        ["token_endpoint_auth_methods_supported"] = JsonReading.Array(["client_secret_post"]),
    });

    private static Reply Instance() => new(200, new JsonObject
    {
        ["tenant_discovery_endpoint"] = $"https://login.microsoftonline.com/{SeededIds.Tenant}/v2.0/.well-known/openid-configuration",
        ["api-version"] = "1.1",
        ["metadata"] = new JsonArray(new JsonObject
        {
            ["preferred_network"] = "login.microsoftonline.com",
            ["preferred_cache"] = "login.windows.net",
            ["aliases"] = JsonReading.Array(["login.microsoftonline.com", "login.windows.net", "login.microsoft.com", "sts.windows.net"]),
        }),
    });

    private JsonObject PublicKey()
    {
        var key = tokens.PublicKey;
        return new JsonObject { ["kty"] = key.Kty, ["use"] = "sig", ["kid"] = key.Kid, ["n"] = key.N, ["e"] = key.E };
    }

    private Reply Error(int status, string error, int code, string text)
    {
        var (trace, correlation) = (Guid.NewGuid().ToString(), Guid.NewGuid().ToString());
        var time = real.GetUtcNow().ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        return new Reply(status, new JsonObject
        {
            ["error"] = error,
            ["error_description"] = $"AADSTS{code}: {text} Trace ID: {trace} Correlation ID: {correlation} Timestamp: {time}",
            ["error_codes"] = new JsonArray(code),
            ["timestamp"] = time,
            ["trace_id"] = trace,
            ["correlation_id"] = correlation,
            ["error_uri"] = $"https://login.microsoftonline.com/error?code={code}",
        });
    }
}
