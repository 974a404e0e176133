namespace ByokConsole.Adapters.Storage.Rows;

/// <summary>A change that is still to be told to the webhook: written with the change, gone once it was told.</summary>
internal sealed class NotificationRow
{
    public required HealthChangeRow Change { get; init; }

    public long ChangeId { get; init; }

    public int Attempts { get; set; }

    public required DateTimeOffset NextAttemptAt { get; set; }
}
