using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ByokConsole.Sandbox.Http;
using ByokConsole.Sandbox.Seed;
using ByokConsole.Sandbox.State;

namespace ByokConsole.Sandbox.ConfluentCloud;

/// <summary><c>api.confluent.cloud</c>: Basic credential, then org/v2, byok/v1, cmk/v2, networking/v1; also under <c>/api</c>, as the vendor's tools use it.</summary>
public sealed class ConfluentCloudFront(SecretBox secrets, PlaceRoutes places, RegistrationRoutes registrations, ClusterRoutes clusters)
{
    private const int RateLimit = 1000;

    public async Task<Reply> AnswerAsync(Call call, CancellationToken cancellationToken)
    {
        if (!IsAllowed(call.Header("Authorization")))
            return ConfluentErrors.Of(401, "user_unauthenticated", "The API key or secret is not valid.")
                .With("WWW-Authenticate", "Basic error=\"invalid_key\", error_description=\"The API Key is invalid\"");
        call.Caller = SeededIds.ConfluentApiKey;
        var path = call.Segments is ["api", ..] ? [.. call.Segments.Skip(1)] : call.Segments;
        var reply = await RouteAsync(call, path, cancellationToken);
        return reply.Status >= 400
            ? reply
            : reply.With("X-RateLimit-Limit", RateLimit.ToString(CultureInfo.InvariantCulture))
                .With("X-RateLimit-Remaining", (RateLimit - 1).ToString(CultureInfo.InvariantCulture))
                .With("X-RateLimit-Reset", "1");
    }

    private async Task<Reply> RouteAsync(Call call, IReadOnlyList<string> path, CancellationToken cancellationToken) => (call.Method, path) switch
    {
        ("GET", ["org", "v2", "organizations"]) => places.Organizations(call),
        ("GET", ["org", "v2", "environments"]) => places.Environments(call),
        ("GET", ["org", "v2", "environments", var id]) => places.Environment(id),
        ("GET", ["networking", "v1", "networks"]) => places.Networks(call),
        ("GET", ["networking", "v1", "networks", var id]) => places.Network(call, id),
        ("GET", ["byok", "v1", "keys"]) => registrations.List(call),
        ("POST", ["byok", "v1", "keys"]) => registrations.Create(call),
        ("GET", ["byok", "v1", "keys", var id]) => registrations.Get(id),
        ("PATCH", ["byok", "v1", "keys", var id]) => registrations.Rename(call, id),
        ("DELETE", ["byok", "v1", "keys", var id]) => registrations.Delete(id),
        ("GET", ["cmk", "v2", "clusters"]) => clusters.List(call),
        ("POST", ["cmk", "v2", "clusters"]) => await clusters.CreateAsync(call, cancellationToken),
        ("GET", ["cmk", "v2", "clusters", var id]) => clusters.Get(call, id),
        ("PATCH", ["cmk", "v2", "clusters", var id]) => clusters.Update(call, id),
        ("DELETE", ["cmk", "v2", "clusters", var id]) => clusters.Delete(call, id),
        (_, ["org" or "networking" or "byok" or "cmk", _, _, ..]) => ConfluentErrors.Of(405, "method_not_allowed", "The sandbox has no such operation."),
        _ => ConfluentErrors.NotFound("The path"),
    };

    private bool IsAllowed(string? authorization)
    {
        var expected = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{SeededIds.ConfluentApiKey}:{secrets.Derive("confluent")}"));
        return authorization is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(authorization), Encoding.UTF8.GetBytes(expected));
    }
}
