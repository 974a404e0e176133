namespace ByokConsole.Core.Provisioning;

/// <summary>A request that its caller named.</summary>
/// <param name="Content">Hash of what it asked for.</param>
/// <param name="SentAt">When it was sent first (UTC, the console's clock).</param>
/// <param name="CloudTime">The cloud's clock just before.</param>
/// <param name="IsNew">True for the one that was noted just now.</param>
/// <param name="Status">HTTP status of its answer, or null while there is none: it may have been carried out all the same.</param>
/// <param name="Body">Its answer, or null.</param>
public sealed record IdempotentRequest(string Content, DateTimeOffset SentAt, DateTimeOffset CloudTime, bool IsNew, int? Status, string? Body);
