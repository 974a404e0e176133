namespace ByokConsole.Adapters.Storage.Rows;

/// <summary>A request that its caller named. Neither the name nor the caller can be read from it.</summary>
internal sealed class IdempotentRequestRow
{
    public required string Id { get; init; }
    public required string Content { get; init; }
    public required DateTimeOffset SentAt { get; init; }
    public required DateTimeOffset CloudTime { get; init; }
    public int? Status { get; set; }
    public string? Body { get; set; }
}
