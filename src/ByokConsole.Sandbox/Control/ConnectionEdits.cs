using System.Text.Json.Nodes;
using ByokConsole.Sandbox.Clock;
using ByokConsole.Sandbox.Http;
using ByokConsole.Sandbox.State;

namespace ByokConsole.Sandbox.Control;

/// <summary>Starts and stops the clients of clusters, which nobody can do through any API of the clouds.</summary>
public sealed class ConnectionEdits(World world, CloudClock clock)
{
    private const int Most = 1_000_000;

    public Reply List()
    {
        var now = clock.GetUtcNow();
        return new Reply(200, JsonReading.Array(world.Clusters.All
            .Where(cluster => cluster.DeletedAt is null)
            .OrderBy(cluster => cluster.Id, StringComparer.Ordinal)
            .Select(cluster => (JsonNode)new JsonObject
            {
                ["cluster"] = cluster.Id,
                ["count"] = world.Connections.Find(cluster.Id)?.CountAt(now) ?? 0,
            })));
    }

    public Reply Put(string id, JsonObject? body)
        => world.Write(change =>
        {
            if (world.Clusters.Find(id) is not { DeletedAt: null })
                return ControlCloud.Error(404, "No such cluster.");
            if (body.Number("count") is not { } count || count is < 0 or > Most)
                return ControlCloud.Error(400, $"Give count: a whole number from 0 to {Most}.");
            var changes = world.Connections.Find(id)?.Changes ?? [];
            change.Put(world.Connections, new ConnectionsRecord(id, [.. changes, new(clock.GetUtcNow(), (int)count)]));
            return new Reply(204);
        });
}
