using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using ByokConsole.Adapters;
using ByokConsole.Core.Ports;

namespace ByokConsole.Web.Api.Confluent;

/// <summary>
/// The Confluent credential that a caller of Confluent's own shapes sends. It goes on to Confluent Cloud and is kept nowhere. The checks in
/// front look at vaults with the console's own identity: they answer only to a credential of the organization that the console works for.
/// </summary>
internal sealed class CallerCredential(CloudTransport transport, IKafkaClusters clusters, TimeProvider time) : IDisposable
{
    private const string Organizations = "https://api.confluent.cloud/org/v2/organizations?page_size=1";

    private readonly HttpMessageInvoker _invoker = transport.CreateInvoker();
    private string? _own;

    public void Dispose() => _invoker.Dispose();

    /// <summary>True when the request carries a Basic credential.</summary>
    public static bool IsIn(HttpRequest request)
        => AuthenticationHeaderValue.TryParse(request.Headers.Authorization.ToString(), out var header)
            && header is { Scheme: var scheme, Parameter.Length: > 0 } && scheme.Equals("Basic", StringComparison.OrdinalIgnoreCase);

    /// <summary>What tells one caller from another, and cannot be turned back.</summary>
    public static string HashOf(HttpRequest request)
        => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(request.Headers.Authorization.ToString())));

    /// <summary>Asks Confluent Cloud whose it is, and with the answer takes its time; a refusal when the request goes no further.</summary>
    public async Task<(ConfluentRefusal? Refusal, DateTimeOffset CloudTime)> AskAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        using var question = new HttpRequestMessage(HttpMethod.Get, Organizations);
        question.Headers.TryAddWithoutValidation("Authorization", request.Headers.Authorization.ToString());
        try
        {
            using var answer = await _invoker.SendAsync(question, cancellationToken);
            if (!answer.IsSuccessStatusCode)
                return (new ConfluentRefusal((int)answer.StatusCode, "unauthorized", "Confluent Cloud does not accept this credential."), default);
            var organization = (string?)JsonNode.Parse(await answer.Content.ReadAsStringAsync(cancellationToken))?["data"]?[0]?["id"];
            return organization is not null && organization == await OwnAsync(cancellationToken)
                ? (null, answer.Headers.Date ?? time.GetUtcNow())
                : (new ConfluentRefusal(403, "foreign_organization", "This credential belongs to another organization than the one that this console works for."), default);
        }
        catch (Exception e) when (e is HttpRequestException or System.Text.Json.JsonException or InvalidOperationException)
        {
            return (new ConfluentRefusal(502, "cloud_unreachable", "Confluent Cloud could not be asked whose credential this is. Nothing was sent; try again."), default);
        }
    }

    private async Task<string?> OwnAsync(CancellationToken cancellationToken)
        => _own ??= await clusters.GetOrganizationIdAsync(cancellationToken) is { IsOk: true, Value: var id } ? id : null;
}
