using ByokConsole.Core.Identifiers;

namespace ByokConsole.Core.Vaults;

/// <summary>A soft-deleted key. Dates are UTC, the vault's clock.</summary>
/// <param name="Key">Versionless identifier.</param>
/// <param name="DeletedAt">When it was deleted, or null when not told.</param>
/// <param name="ScheduledPurgeAt">When the vault purges it; nobody gets it back after that. Null when not told.</param>
public sealed record DeletedKey(KeyIdentifier Key, DateTimeOffset? DeletedAt, DateTimeOffset? ScheduledPurgeAt);
