namespace ByokConsole.Adapters.Storage.Rows;

/// <summary>The one row that says to whom the database belongs.</summary>
internal sealed class StampRow
{
    public const int OnlyId = 1;

    public int Id { get; init; } = OnlyId;

    public string? Organisation { get; set; }

    public required Guid TenantId { get; init; }

    public required DateTimeOffset StampedAt { get; init; }
}
