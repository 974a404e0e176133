using ByokConsole.Core.Vaults;

namespace ByokConsole.Core.Grants;

/// <summary>A role of the grant that the registration's application no longer has at the vault.</summary>
/// <param name="Removal">Who took it away and when, or null when the activity log does not tell.</param>
public sealed record LostRole(KeyVaultRole Role, RemovedAssignment? Removal);
