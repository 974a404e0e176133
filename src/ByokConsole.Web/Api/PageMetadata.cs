namespace ByokConsole.Web.Api;

/// <summary>About a page of a list.</summary>
/// <param name="TotalSize">Rows of the whole list, after the filters.</param>
/// <param name="Next">Address of the next page, or absent on the last.</param>
public sealed record PageMetadata(int TotalSize, string? Next);
