namespace ByokConsole.Web.Api.Keys;

/// <summary>What can be changed about a registration.</summary>
/// <param name="DisplayName">Its new name.</param>
public sealed record KeyChange(string? DisplayName);
