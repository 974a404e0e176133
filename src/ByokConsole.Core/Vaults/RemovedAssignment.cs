namespace ByokConsole.Core.Vaults;

/// <summary>A role assignment that somebody deleted, as Azure's activity log tells it.</summary>
/// <param name="Assignment">What was deleted.</param>
/// <param name="RemovedBy">Who did it: a person's sign-in name, or an application's id.</param>
/// <param name="RemovedAt">When, in the cloud's time.</param>
public sealed record RemovedAssignment(RoleAssignment Assignment, string RemovedBy, DateTimeOffset RemovedAt);
