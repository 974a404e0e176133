namespace ByokConsole.Sandbox.State;

/// <summary>Something the sandbox keeps, found again by its id. Records never change; a change puts a new one in the old one's place.</summary>
public interface IRecord
{
    string Id { get; }
}

/// <summary>An application that may ask for tokens. Its secret is derived, never kept.</summary>
public sealed record ApplicationRecord(string Id, string Name, bool IsConfluent) : IRecord;

/// <summary>An application's service principal in the tenant; the id is its object id.</summary>
public sealed record PrincipalRecord(string Id, string AppId, string DisplayName, DateTimeOffset CreatedAt) : IRecord;

/// <summary>An Azure role assignment; the id is its whole resource id in lower case.</summary>
public sealed record AssignmentRecord(
    string Id, string Name, string Scope, Guid RoleId, Guid PrincipalId, string PrincipalType, DateTimeOffset CreatedOn, string CreatedBy) : IRecord;

/// <summary>The sandbox's own settings, of which there is one.</summary>
public sealed record SettingsRecord : IRecord
{
    public const string OnlyId = "settings";

    public string Id => OnlyId;

    /// <summary>How far the sandbox's clock runs ahead of real time.</summary>
    public TimeSpan ClockOffset { get; init; }

    /// <summary>How long a role assignment takes to be effective.</summary>
    public TimeSpan PropagationDelay { get; init; } = TimeSpan.FromSeconds(8);

    /// <summary>How long a cluster takes to come up.</summary>
    public TimeSpan ProvisioningTime { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How often a registration that is not valid is tried again.</summary>
    public TimeSpan ValidationInterval { get; init; } = TimeSpan.FromSeconds(2);
}
