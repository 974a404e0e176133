namespace ByokConsole.Adapters.AzureCloud.Wire;

/// <summary>KeyRotationPolicy of keys.json 7.6.</summary>
internal sealed record WireRotationPolicy(
    IReadOnlyList<WireRotationPolicy.LifetimeAction>? LifetimeActions, WireRotationPolicy.PolicyAttributes? Attributes)
{
    internal sealed record LifetimeAction(ActionTrigger? Trigger, ActionType? Action);

    internal sealed record ActionTrigger(string? TimeAfterCreate, string? TimeBeforeExpiry);

    internal sealed record ActionType(string? Type);

    internal sealed record PolicyAttributes(string? ExpiryTime);
}
