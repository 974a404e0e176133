namespace ByokConsole.Sandbox.State;

/// <summary>A role assignment that was deleted, as the activity log keeps it.</summary>
/// <param name="Id">The log entry's own id.</param>
/// <param name="By">Object id of who deleted it.</param>
/// <param name="ByApplication">Application id of who deleted it.</param>
public sealed record RemovedAssignmentRecord(string Id, AssignmentRecord Assignment, DateTimeOffset At, Guid By, string ByApplication) : IRecord;
