namespace ByokConsole.Adapters.ConfluentCloud.Wire;

/// <summary>List envelope of all of Confluent's APIs (ListMeta): without a next link it is the last page.</summary>
internal sealed record WireList<T>(WireList<T>.ListMeta? Metadata, IReadOnlyList<T>? Data)
{
    internal sealed record ListMeta(string? Next);
}
