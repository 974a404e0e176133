using System.Text.Json.Nodes;

namespace ByokConsole.Soak;

/// <summary>What the sandbox holds at the end, against what the runs said.</summary>
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
        found.AddRange(customers.SelectMany(customer => customer.Others));
        return found;
    }

    private static async Task<IReadOnlyList<JsonNode>> OfSoakAsync(SoakedConsole world, string list)
        => [.. (await world.Sandbox.ListAsync(list)).Where(one => Name(one).StartsWith("soak-", StringComparison.Ordinal))];

    private static string Name(JsonNode one) => (string?)one["displayName"] ?? "";

    private static IEnumerable<string> Twice(IEnumerable<JsonNode> all, string member)
        => all.CountBy(one => (string?)one[member] ?? "none").Where(one => one.Value > 1).Select(one => one.Key);
}
