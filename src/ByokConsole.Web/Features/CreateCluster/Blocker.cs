namespace ByokConsole.Web.Features.CreateCluster;

/// <summary>Why a step cannot be left yet, and the element where that is mended.</summary>
public sealed record Blocker(string Reason, string ElementId);
