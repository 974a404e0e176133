using ByokConsole.Core.Identifiers;

namespace ByokConsole.Core.Vaults;

/// <summary>One row of a key list or version list: it carries no key type (Key Vault does not send it).</summary>
public sealed record KeyListItem(KeyIdentifier Id, KeyAttributes Attributes);
