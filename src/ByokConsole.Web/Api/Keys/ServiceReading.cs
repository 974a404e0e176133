namespace ByokConsole.Web.Api.Keys;

/// <summary>A cluster that a key served, or serves.</summary>
/// <param name="EnvironmentId">The cluster's environment.</param>
/// <param name="ClusterId"><c>lkc-…</c></param>
/// <param name="From">Since when.</param>
/// <param name="To">Until when; absent while it does.</param>
public sealed record ServiceReading(string EnvironmentId, string ClusterId, DateTimeOffset From, DateTimeOffset? To);
