namespace ByokConsole.Sandbox.State;

/// <summary>An application's service principal in the tenant; the id is its object id.</summary>
public sealed record PrincipalRecord(string Id, string AppId, string DisplayName, DateTimeOffset CreatedAt) : IRecord;
