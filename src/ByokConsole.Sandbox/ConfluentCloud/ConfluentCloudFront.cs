using ByokConsole.Sandbox.Http;
using ByokConsole.Sandbox.Seed;
using ByokConsole.Sandbox.State;

namespace ByokConsole.Sandbox.ConfluentCloud;

/// <summary><c>api.confluent.cloud</c>: Basic credential, then org/v2, byok/v1, cmk/v2, networking/v1; also under <c>/api</c>, as the vendor's tools use it.</summary>
public sealed class ConfluentCloudFront(
    ApiKeyGate gate, World world, TimeProvider real, PlaceRoutes places, RegistrationRoutes registrations, ClusterRoutes clusters)
{
    private readonly CallLimit _limit = new(real, () => world.Now.CallsPerMinute);

    public async Task<Reply> AnswerAsync(Call call, CancellationToken cancellationToken)
    {
        var path = call.Segments is ["api", ..] ? [.. call.Segments.Skip(1)] : call.Segments;
        var reply = await JudgeAsync(call, path, cancellationToken);
        Exchange.Tell(call, path, reply);
        return reply;
    }

    private async Task<Reply> JudgeAsync(Call call, IReadOnlyList<string> path, CancellationToken cancellationToken)
    {
        if (!gate.Admits(call.Header("Authorization")))
            return ConfluentErrors.Of(401, "user_unauthenticated", "The API key or secret is not valid.")
                .With("WWW-Authenticate", "Basic error=\"invalid_key\", error_description=\"The API Key is invalid\"");
        call.Caller = SeededIds.ConfluentApiKey;
        return await _limit.AdmitAsync(() => RouteAsync(call, path, cancellationToken));
    }

    private async Task<Reply> RouteAsync(Call call, IReadOnlyList<string> path, CancellationToken cancellationToken) => (call.Method, path) switch
    {
        ("GET", ["org", "v2", "organizations"]) => places.Organizations(call),
        ("GET", ["org", "v2", "organizations", var id]) => places.Organization(id),
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
        _ when Methods(path) is { } methods
            => ConfluentErrors.Of(405, "method_not_allowed", $"The sandbox takes {methods} here.").With("Allow", methods),
        _ => ConfluentErrors.NotFound($"The path {call.Path}"),
    };

    /// <summary>What may be done at a path; null for a path that leads nowhere.</summary>
    private static string? Methods(IReadOnlyList<string> path) => path switch
    {
        ["org", "v2", "organizations" or "environments"] or ["org", "v2", "organizations" or "environments", _] => "GET",
        ["networking", "v1", "networks"] or ["networking", "v1", "networks", _] => "GET",
        ["byok", "v1", "keys"] or ["cmk", "v2", "clusters"] => "GET, POST",
        ["byok", "v1", "keys", _] or ["cmk", "v2", "clusters", _] => "GET, PATCH, DELETE",
        _ => null,
    };
}
