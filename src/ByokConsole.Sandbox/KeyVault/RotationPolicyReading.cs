using System.Text.Json.Nodes;
using ByokConsole.Sandbox.Http;
using ByokConsole.Sandbox.State;

namespace ByokConsole.Sandbox.KeyVault;

/// <summary>Reads a rotation policy and holds it to the service's rules.</summary>
internal static class RotationPolicyReading
{
    private static readonly TimeSpan ShortestLife = TimeSpan.FromDays(28);

    public static (RotationPolicyRecord? Policy, string? Problem) Read(JsonObject? body, DateTimeOffset now)
    {
        if (body is null)
            return (null, "The request body is not a JSON object.");
        var expiry = body.Object("attributes").Text("expiryTime");
        if (expiry is not null && (Duration.Read(expiry) is not { } life || life < ShortestLife))
            return (null, "expiryTime must be an ISO 8601 duration of at least 28 days.");
        var actions = new List<LifetimeActionRecord>();
        foreach (var item in body["lifetimeActions"] as JsonArray ?? [])
        {
            var (action, problem) = Action(item as JsonObject, expiry);
            if (action is null)
                return (null, problem);
            if (actions.Any(other => other.Action == action.Action))
                return (null, "At most one Rotate and one Notify action are allowed.");
            actions.Add(action);
        }

        // The service adds this by itself.
        if (actions.All(action => action.Action != "Notify"))
            actions.Add(new("Notify", null, "P30D"));
        return (new(actions, expiry, now, now), null);
    }

    private static (LifetimeActionRecord? Action, string? Problem) Action(JsonObject? item, string? expiry)
    {
        var type = item.Object("action").Text("type")?.ToUpperInvariant() switch { "ROTATE" => "Rotate", "NOTIFY" => "Notify", _ => null };
        var (after, before) = (item.Object("trigger").Text("timeAfterCreate"), item.Object("trigger").Text("timeBeforeExpiry"));
        if (type is null || (after is null) == (before is null))
            return (null, "A lifetime action needs a type of Rotate or Notify and one trigger.");
        if (Duration.Read(after ?? before) is not { } time || time < RotationSchedule.Margin)
            return (null, "A trigger must be an ISO 8601 duration of at least 7 days.");
        if (before is not null && type == "Rotate" && expiry is null)
            return (null, "timeBeforeExpiry needs an expiryTime.");
        // Counted from either end of a version's life, what is left on the other side must be as long.
        return (type == "Rotate" || after is not null) && Duration.Read(expiry) - time < RotationSchedule.Margin
            ? (null, "Rotation must happen at least 7 days after creation and at least 7 days before expiry.")
            : (new(type, after, before), null);
    }
}
