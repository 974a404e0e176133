using ByokConsole.Core.Identifiers;

namespace ByokConsole.Core.Vaults;

/// <summary>The newest version of a key as its vault describes it. Never holds private material.</summary>
public sealed record VaultKey
{
    /// <summary>Identifier with the version.</summary>
    public required KeyIdentifier Id { get; init; }

    /// <summary>"RSA", "RSA-HSM", "EC", … as given (an open set).</summary>
    public required string KeyType { get; init; }

    /// <summary>Bits of the modulus, or null when it is no RSA key.</summary>
    public int? KeySize { get; init; }
    public IReadOnlyList<string> Operations { get; init; } = [];
    public required KeyAttributes Attributes { get; init; }
}
