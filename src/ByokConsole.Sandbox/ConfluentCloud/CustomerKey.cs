using System.Buffers.Text;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using ByokConsole.Sandbox.Http;
using ByokConsole.Sandbox.State;

namespace ByokConsole.Sandbox.ConfluentCloud;

/// <summary>
/// Confluent's side of a customer's key: gets a token as the registration's own application and goes to the vault over the listener, like
/// any client. So a registration is valid for no other reason than that the vault let it wrap and unwrap.
/// </summary>
public sealed class CustomerKey(SecretBox secrets, Func<HttpClient> client)
{
    private const string ApiVersion = "api-version=7.6";
    private const string Algorithm = "RSA-OAEP-256";

    /// <summary>Wraps a fresh data key and unwraps it again; the wrapped key, or why not.</summary>
    public async Task<(WrappedKey? Wrapped, string? Problem)> WrapNewAsync(RegistrationRecord registration, CancellationToken cancellationToken)
    {
        var dataKey = RandomNumberGenerator.GetBytes(32);
        try
        {
            var token = await TokenAsync(registration, cancellationToken);
            var wrapped = await PostAsync($"{registration.KeyId}/wrapkey", token, Base64Url.EncodeToString(dataKey), cancellationToken);
            var (kid, value) = (wrapped.Text("kid")!, wrapped.Text("value")!);
            var unwrapped = await PostAsync($"{kid}/unwrapkey", token, value, cancellationToken);
            return CryptographicOperations.FixedTimeEquals(Base64Url.DecodeFromChars(unwrapped.Text("value")), dataKey)
                ? (new WrappedKey(value, kid), null)
                : (null, "The key did not give back what it wrapped.");
        }
        catch (KeyRefusedException refused)
        {
            return (null, refused.Message);
        }
        catch (Exception e) when (e is HttpRequestException or JsonException)
        {
            return (null, "Access to key denied. The vault could not be reached.");
        }
        finally
        {
            CryptographicOperations.ZeroMemory(dataKey);
        }
    }

    private async Task<string> TokenAsync(RegistrationRecord registration, CancellationToken cancellationToken)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = registration.ApplicationId,
            ["client_secret"] = secrets.Derive("client:" + registration.ApplicationId),
            ["scope"] = "https://vault.azure.net/.default",
        });
        using var response = await client().PostAsync(
            new Uri($"https://login.microsoftonline.com/{registration.TenantId}/oauth2/v2.0/token"), form, cancellationToken);
        var body = await response.Content.ReadFromJsonAsync<JsonObject>(cancellationToken);
        if (body.Text("access_token") is { } token)
            return token;
        throw new KeyRefusedException(((body?["error_codes"] as JsonArray)?[0]?.GetValue<int>()) switch
        {
            7000229 => "Access to key denied. The application has no service principal in the tenant: it was never granted access.",
            90002 => "Access to key denied. The tenant does not exist.",
            _ => "Access to key denied. The tenant gave no token.",
        });
    }

    private async Task<JsonObject> PostAsync(string url, string token, string value, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"{url}?{ApiVersion}"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        request.Content = JsonContent.Create(new JsonObject { ["alg"] = Algorithm, ["value"] = value });
        using var response = await client().SendAsync(request, cancellationToken);
        var body = await response.Content.ReadFromJsonAsync<JsonObject>(cancellationToken) ?? [];
        return response.IsSuccessStatusCode ? body : throw new KeyRefusedException(Reason((int)response.StatusCode, body.Object("error")));
    }

    private static string Reason(int status, JsonObject? error) => (status, error.Object("innererror").Text("code")) switch
    {
        (403, "ForbiddenByRbac") => "Access to key denied. The application has no role that lets it wrap and unwrap.",
        (403, "ForbiddenByPolicy") => "Access to key denied. The vault uses access policies, not Azure RBAC.",
        (403, "ForbiddenByFirewall" or "ForbiddenByConnection") => "Access to key denied. The vault's firewall keeps trusted services out.",
        (403, "KeyDisabled") => "Access to key denied. The key is disabled.",
        (403, "KeyOperationForbidden") => "Access to key denied. The key does not permit wrapKey and unwrapKey.",
        (403, _) => "Access to key denied. The key is outside its validity dates.",
        (404, _) => "Key not found in the vault.",
        (401, _) => "Access to key denied. The vault belongs to another tenant.",
        (400, _) => "The key is not an RSA key that can wrap and unwrap.",
        _ => $"The vault answered {status}.",
    };

    private sealed class KeyRefusedException(string reason) : Exception(reason);
}

/// <summary>A data key as it may be kept: wrapped.</summary>
/// <param name="Value">Base64url.</param>
/// <param name="KeyVersion">Identifier of the key version that wrapped it.</param>
public sealed record WrappedKey(string Value, string KeyVersion);
