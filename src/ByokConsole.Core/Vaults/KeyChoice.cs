using ByokConsole.Core.Identifiers;

namespace ByokConsole.Core.Vaults;

/// <summary>A key to choose, or the reason why it cannot be.</summary>
/// <param name="Detail">What kind of key it is, as far as it could be read.</param>
public sealed record KeyChoice(KeyIdentifier Key, string Detail, string? Reason);
