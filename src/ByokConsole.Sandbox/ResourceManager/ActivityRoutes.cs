using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ByokConsole.Sandbox.Access;
using ByokConsole.Sandbox.Clock;
using ByokConsole.Sandbox.Entra;
using ByokConsole.Sandbox.Http;
using ByokConsole.Sandbox.Seed;
using ByokConsole.Sandbox.State;

namespace ByokConsole.Sandbox.ResourceManager;

/// <summary>The subscription's activity log (Microsoft.Insights 2015-04-01): it tells of deleted role assignments, for 90 days.</summary>
public sealed partial class ActivityRoutes(World world, AccessControl access, CloudClock clock)
{
    private const string Action = "Microsoft.Insights/eventtypes/values/read";
    private const string Authorization = "Microsoft.Authorization";
    private static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    public Reply List(Call call, Caller caller)
    {
        var scope = $"/subscriptions/{SeededIds.Subscription}";
        if (!access.Allows(caller.ObjectId, Action, scope))
            return ArmErrors.Forbidden(caller, Action, scope);
        var filter = call.Query["$filter"].ToString();
        if (Start().Match(filter) is not { Success: true } start || !TryRead(start, out var from))
            return Invalid("The filter must name the start of the time range, as in: eventTimestamp ge '2026-01-31T00:00:00Z'.");
        if (from < clock.GetUtcNow() - Kept)
            return Invalid("The start time cannot be more than 90 days in the past.");
        var until = End().Match(filter) is { Success: true } end && TryRead(end, out var to) ? to : DateTimeOffset.MaxValue;
        var provider = Provider().Match(filter) is { Success: true } named ? named.Groups["name"].Value : Authorization;
        var found = world.RemovedAssignments.All
            .Where(removal => removal.At >= from && removal.At <= until && provider.Equals(Authorization, StringComparison.OrdinalIgnoreCase))
            .OrderByDescending(removal => removal.At)
            .Select(removal => (JsonNode)Write(removal));
        return new Reply(200, new JsonObject { ["value"] = JsonReading.Array(found) });
    }

    private static JsonObject Write(RemovedAssignmentRecord removal)
    {
        var id = RoleShape.ResourceId(removal.Assignment);
        return new()
        {
            ["authorization"] = new JsonObject { ["action"] = "Microsoft.Authorization/roleAssignments/delete", ["scope"] = id },
            ["caller"] = removal.By.ToString(),
            ["claims"] = new JsonObject { ["appid"] = removal.ByApplication, ["idtyp"] = "app" },
            ["correlationId"] = removal.Id,
            ["eventDataId"] = removal.Id,
            ["eventName"] = Named("EndRequest"),
            ["category"] = Named("Administrative"),
            ["level"] = "Informational",
            ["operationName"] = Named("Microsoft.Authorization/roleAssignments/delete"),
            ["resourceId"] = id,
            ["resourceProviderName"] = Named(Authorization),
            ["resourceType"] = Named("Microsoft.Authorization/roleAssignments"),
            ["status"] = Named("Succeeded"),
            ["subStatus"] = Named("OK"),
            ["eventTimestamp"] = removal.At.ToString("O"),
            ["submissionTimestamp"] = removal.At.ToString("O"),
            ["subscriptionId"] = SeededIds.Subscription.ToString(),
            ["tenantId"] = SeededIds.Tenant.ToString(),
            ["properties"] = new JsonObject { ["statusCode"] = "OK", ["responseBody"] = RoleShape.Write(removal.Assignment).ToJsonString() },
        };
    }

    private static JsonObject Named(string value) => new() { ["value"] = value, ["localizedValue"] = value };

    private static Reply Invalid(string message) => ArmErrors.Of(400, "BadRequest", message);

    private static bool TryRead(Match match, out DateTimeOffset moment)
        => DateTimeOffset.TryParse(match.Groups["at"].Value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out moment);

    [GeneratedRegex(@"eventTimestamp ge\s*'?(?<at>[^' ]+)", RegexOptions.IgnoreCase)]
    private static partial Regex Start();

    [GeneratedRegex(@"eventTimestamp le\s*'?(?<at>[^' ]+)", RegexOptions.IgnoreCase)]
    private static partial Regex End();

    [GeneratedRegex(@"resourceProvider eq\s*'(?<name>[^']*)'", RegexOptions.IgnoreCase)]
    private static partial Regex Provider();
}
