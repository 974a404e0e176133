using System.Text.Json.Nodes;

namespace ByokConsole.Soak;

/// <summary>What the sandbox holds at the end of a round, against what the runs said; and its end, for an organization has twenty keys.</summary>
internal static class Verdict
{
    /// <summary>Everything that is not as it must be; empty when all is.</summary>
    public static async Task<IReadOnlyList<string>> ReachAsync(SoakedConsole world, IReadOnlyList<Customer> customers)
    {
        var clusters = await OfSoakAsync(world, "clusters");
        var registrations = await OfSoakAsync(world, "registrations");
        var assignments = await world.Sandbox.ListAsync("assignments");
        List<string> made = [.. customers.SelectMany(customer => customer.Made)];
        List<string> found = [];
        found.AddRange(Twice(clusters, "displayName").Select(name => $"There are several clusters {name}."));
        found.AddRange(Twice(clusters, "registrationId").Select(id => $"Several clusters are bound to {id}."));
        found.AddRange(Twice(registrations, "keyId").Select(key => $"There are several registrations of {key}."));
        found.AddRange(made.Except(clusters.Select(Name)).Select(name => $"The run of {name} succeeded, and there is no such cluster."));
        found.AddRange(clusters.Select(Name).Except(made).Select(name => $"There is a cluster {name}, and no run that succeeded."));
        found.AddRange(assignments.CountBy(one => $"{one["principalId"]} {one["role"]} {one["scope"]}").Where(one => one.Value > 1)
            .Select(one => $"{one.Value} role assignments are the same: {one.Key}."));
        return found;
    }

    /// <summary>Deletes the clusters of the round, lets the five days go by after which their keys are free, and deletes the registrations.</summary>
    public static async Task ClearAsync(SoakedConsole world)
    {
        while (await OfSoakAsync(world, "clusters") is { Count: > 0 } clusters)
        {
            foreach (var cluster in clusters)
                await TryDeleteAsync(world, $"/cmk/v2/clusters/{(string)cluster["id"]!}?environment={Customer.Environment}");
        }

        await world.Sandbox.AdvanceAsync(TimeSpan.FromDays(5.1));
        while (await OfSoakAsync(world, "registrations") is { Count: > 0 } registrations)
        {
            foreach (var registration in registrations)
                await TryDeleteAsync(world, $"/byok/v1/keys/{(string)registration["id"]!}");
        }
    }

    /// <summary>As somebody else may; a storm may keep it from it, and whoever looks again sees whether it is gone.</summary>
    private static async Task TryDeleteAsync(SoakedConsole world, string path)
    {
        try
        {
            await world.Sandbox.ConfluentAsync(HttpMethod.Delete, path);
        }
        catch (HttpRequestException)
        {
        }
    }

    private static async Task<IReadOnlyList<JsonNode>> OfSoakAsync(SoakedConsole world, string list)
        => [.. (await world.Sandbox.ListAsync(list)).Where(one => Name(one).StartsWith("soak-", StringComparison.Ordinal))];

    private static string Name(JsonNode one) => (string?)one["displayName"] ?? "";

    private static IEnumerable<string> Twice(IEnumerable<JsonNode> all, string member)
        => all.CountBy(one => (string?)one[member] ?? "none").Where(one => one.Value > 1).Select(one => one.Key);
}
