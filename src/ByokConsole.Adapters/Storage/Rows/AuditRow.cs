namespace ByokConsole.Adapters.Storage.Rows;

/// <summary>Who did what, when. Append-only.</summary>
internal sealed class AuditRow
{
    public long Id { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Who { get; init; }

    public required string What { get; init; }

    /// <summary>Run, draft or cluster that it is about.</summary>
    public required string Subject { get; init; }
}
