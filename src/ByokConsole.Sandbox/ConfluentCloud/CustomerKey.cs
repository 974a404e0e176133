using System.Buffers.Text;
using System.Net;
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
public sealed class CustomerKey(SecretBox secrets, TimeProvider real, Func<HttpClient> client)
{
    /// <summary>By which its requests are known.</summary>
    public const string UserAgent = "ConfluentCloud";

    private const string ApiVersion = "api-version=7.6";
    private const string Algorithm = "RSA-OAEP-256";
    private const string RegionHeader = "x-ms-keyvault-region";

    /// <summary>A vault that hangs must not hold up the others for long.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Wraps a fresh data key, has it unwrapped, and compares; then has the data key of every cluster unwrapped by the version that wrapped it.
    /// </summary>
    public async Task<KeyTrial> TryAsync(RegistrationRecord registration, IReadOnlyList<ClusterRecord> clusters, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, real);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        var dataKey = RandomNumberGenerator.GetBytes(32);
        try
        {
            return await WrapAndUnwrapAsync(registration, clusters, dataKey, either.Token);
        }
        catch (TrialEndedException ended)
        {
            return ended.Outcome;
        }
        catch (HttpRequestException e) when (e.HttpRequestError is HttpRequestError.ProxyTunnelError or HttpRequestError.NameResolutionError)
        {
            return new KeyTrial.Refused(KeyRefusals.NoVault);
        }
        catch (Exception e) when (e is HttpRequestException or JsonException or FormatException)
        {
            return new KeyTrial.Unsettled("The answer was cut off, or was not as the service writes it.");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new KeyTrial.Unsettled($"No answer within {Patience.TotalSeconds} seconds.");
        }
        finally
        {
            CryptographicOperations.ZeroMemory(dataKey);
        }
    }

    private async Task<KeyTrial> WrapAndUnwrapAsync(
        RegistrationRecord registration, IReadOnlyList<ClusterRecord> clusters, byte[] dataKey, CancellationToken cancellationToken)
    {
        var token = await TokenAsync(registration, cancellationToken);
        var wrapped = await PostAsync($"{registration.KeyId}/wrapkey", token, Base64Url.EncodeToString(dataKey), cancellationToken);
        // Of the identifier that comes back only the version is taken: the answer does not choose where the token goes next.
        var version = $"{registration.KeyId}/{VersionOf(wrapped.Kid)}";
        var unwrapped = await PostAsync($"{version}/unwrapkey", token, wrapped.Value, cancellationToken);
        if (!CryptographicOperations.FixedTimeEquals(Base64Url.DecodeFromChars(unwrapped.Value), dataKey))
            return new KeyTrial.Refused(KeyRefusals.NotTheSame);
        foreach (var cluster in clusters)
            await OpenDataKeyAsync(registration, cluster, token, cancellationToken);
        return new KeyTrial.Granted(new WrappedKey(wrapped.Value, version), unwrapped.Region);
    }

    private async Task OpenDataKeyAsync(RegistrationRecord registration, ClusterRecord cluster, string token, CancellationToken cancellationToken)
    {
        if (cluster is not { WrappedBy: { } wrappedBy, WrappedDataKey: { } wrapped })
            return;
        var version = VersionOf(wrappedBy);
        try
        {
            await PostAsync($"{registration.KeyId}/{version}/unwrapkey", token, wrapped, cancellationToken);
        }
        catch (TrialEndedException ended) when (ended.Outcome is KeyTrial.Refused refused)
        {
            throw new TrialEndedException(KeyRefusals.OfDataKey(refused, version, cluster.Id));
        }
    }

    private static string VersionOf(string identifier) => identifier[(identifier.LastIndexOf('/') + 1)..];

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
        var body = await BodyAsync(response, cancellationToken);
        return body.Text("access_token") ?? throw new TrialEndedException(KeyRefusals.OfTenant((int)response.StatusCode, body));
    }

    private async Task<(string Kid, string Value, string? Region)> PostAsync(string url, string token, string value, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"{url}?{ApiVersion}"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        request.Content = JsonContent.Create(new JsonObject { ["alg"] = Algorithm, ["value"] = value });
        using var response = await client().SendAsync(request, cancellationToken);
        var body = await BodyAsync(response, cancellationToken);
        if (response.StatusCode is not HttpStatusCode.OK)
            throw new TrialEndedException(KeyRefusals.OfVault((int)response.StatusCode, body));
        var region = response.Headers.TryGetValues(RegionHeader, out var regions) ? regions.First() : null;
        return (Member("kid"), Member("value"), region);

        string Member(string name) => body.Text(name) ?? throw new JsonException($"The vault's answer has no {name}.");
    }

    private static async Task<JsonObject?> BodyAsync(HttpResponseMessage response, CancellationToken cancellationToken)
        => JsonNode.Parse(await response.Content.ReadAsStringAsync(cancellationToken)) as JsonObject;

    private sealed class TrialEndedException(KeyTrial outcome) : Exception
    {
        public KeyTrial Outcome { get; } = outcome;
    }
}
