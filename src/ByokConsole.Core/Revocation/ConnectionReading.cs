using System.Text.Json.Serialization;

namespace ByokConsole.Core.Revocation;

/// <summary>Connections to a cluster, as the metrics told them at one look. Times are UTC, the cloud's clock.</summary>
/// <param name="AskedAt">When it was asked.</param>
/// <param name="QuietFrom">Start of the window that must be quiet.</param>
/// <param name="QuietTo">Its end, before the published lag.</param>
/// <param name="Verdict">What the window says.</param>
/// <param name="Points">One per minute of the last hour, oldest first; a minute without a point is missing, never zero.</param>
public sealed record ConnectionReading(
    DateTimeOffset AskedAt, DateTimeOffset QuietFrom, DateTimeOffset QuietTo, ConnectionVerdict Verdict, IReadOnlyList<MetricPoint> Points)
{
    /// <summary>Connections in the newest point, or null when there is none.</summary>
    public double? Newest => Points is [.., var last] ? last.Value : null;

    /// <summary>How long it has been quiet up to the window's end: minutes in a row that each have a point of zero.</summary>
    public TimeSpan QuietFor { get; init; }

    /// <summary>Whole minutes of <see cref="QuietFor"/>, and no more than it must be quiet for.</summary>
    [JsonIgnore]
    public int QuietMinutes => (int)Math.Min(QuietFor.TotalMinutes, ClientWatch.MustBeQuietFor.TotalMinutes);

    /// <summary>Who was connected in the newest minute, if the metrics tell it; most connections first.</summary>
    public IReadOnlyList<ConnectedPrincipal> Connected { get; init; } = [];

    /// <summary>Why the metrics could not be asked, or null.</summary>
    public string? Fault { get; init; }
}
