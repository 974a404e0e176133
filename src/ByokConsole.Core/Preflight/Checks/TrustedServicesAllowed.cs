using ByokConsole.Core.Drafts;
using ByokConsole.Core.Preflight.Words;
using ByokConsole.Core.Vaults;

namespace ByokConsole.Core.Preflight.Checks;

/// <summary>Confluent can reach the vault: it is open to all networks, or lets trusted services pass. No firewall hides this from Resource Manager.</summary>
public sealed class TrustedServicesAllowed : VaultCheck
{
    public override CheckName Name => CheckName.TrustedServicesAllowed;

    protected override Task<CheckResult> JudgeAsync(Vault vault, PreflightContext context) => Task.FromResult(
        vault.Network.IsPublic ? new CheckResult(Name, CheckState.Pass, "") { Observed = "open to all networks" }
        : vault.Network.TrustedServicesBypass ? new CheckResult(Name, CheckState.Pass, "") { Observed = "admitted" }
        : VaultMessages.TrustedServicesKeptOut.As(Name, CheckState.Fail) with
        {
            Observed = "kept out", Expected = "admitted",
            Fields = [DraftField.VaultResourceId],
            Remedies = [new Remedy(RemedyKind.Command, "Command that admits them", AzCommand.UpdateVault(vault.Id, "--bypass AzureServices"))],
        });
}
