namespace ByokConsole.Adapters.Storage.Rows;

/// <summary>One line of a run's log; never changed.</summary>
internal sealed class RunEventRow
{
    public required string RunId { get; init; }

    public required int Sequence { get; init; }

    public required DateTimeOffset At { get; init; }

    public string? Step { get; init; }

    public bool IsWarning { get; init; }

    public required string Text { get; init; }

    public string? RequestId { get; init; }
}
