namespace ByokConsole.Core.Vaults;

/// <summary>Who the vault's firewall lets in, as far as it concerns a trusted service.</summary>
/// <param name="IsPublic">True when any network may reach the vault (default action Allow, public access not disabled).</param>
/// <param name="TrustedServicesBypass">True when trusted Microsoft services pass the firewall.</param>
public sealed record VaultNetwork(bool IsPublic, bool TrustedServicesBypass)
{
    public static VaultNetwork Open { get; } = new(true, true);
}
