namespace ByokConsole.Adapters.Storage.Rows;

/// <summary>The one row that says to whom the database belongs.</summary>
internal sealed class StampRow
{
    public const int OnlyId = 1;

    public int Id { get; init; } = OnlyId;

    public string? Organisation { get; set; }

    public required Guid TenantId { get; init; }

    /// <summary>The sandbox whose clusters and keys the runs are about; null in Live mode, and until a console of a sandbox comes.</summary>
    public string? World { get; set; }

    public required DateTimeOffset StampedAt { get; init; }
}
