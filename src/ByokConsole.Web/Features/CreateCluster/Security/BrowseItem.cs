namespace ByokConsole.Web.Features.CreateCluster.Security;

/// <summary>One row of a browse list; a reason means that it cannot be chosen.</summary>
public sealed record BrowseItem<T>(T Value, string Name, string Detail, string? Reason = null);
