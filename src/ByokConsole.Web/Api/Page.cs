namespace ByokConsole.Web.Api;

/// <summary>One page of a list, in the shape of Confluent's lists.</summary>
/// <param name="Data">The rows of this page.</param>
/// <param name="Metadata">How many there are, and where the next page is.</param>
public sealed record Page<T>(IReadOnlyList<T> Data, PageMetadata Metadata);
