namespace ByokConsole.Sandbox.State;

/// <summary>
/// How many clients were connected to a cluster, and from when on. Kept as dated changes, oldest first, so that the count at any past
/// minute can be told whatever the clock did since.
/// </summary>
/// <param name="Id">The cluster's id.</param>
public sealed record ConnectionsRecord(string Id, IReadOnlyList<ConnectionChangeRecord> Changes) : IRecord
{
    public int CountAt(DateTimeOffset at) => Changes.LastOrDefault(change => change.At <= at)?.Count ?? 0;
}
