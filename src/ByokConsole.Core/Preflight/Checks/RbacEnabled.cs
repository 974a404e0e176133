using ByokConsole.Core.Drafts;
using ByokConsole.Core.Preflight.Words;
using ByokConsole.Core.Vaults;

namespace ByokConsole.Core.Preflight.Checks;

/// <summary>The vault decides by Azure RBAC, not by access policies.</summary>
public sealed class RbacEnabled : VaultCheck
{
    public override CheckName Name => CheckName.RbacEnabled;

    protected override Task<CheckResult> JudgeAsync(Vault vault, PreflightContext context) => Task.FromResult(vault.RbacEnabled
        ? new CheckResult(Name, CheckState.Pass, "") { Observed = "on" }
        : VaultMessages.AccessPolicies.As(Name, CheckState.Fail) with
        {
            Observed = "access policies", Expected = "Azure RBAC",
            Fields = [DraftField.VaultResourceId],
            Remedies =
            [
                new Remedy(RemedyKind.Command, "Command that switches RBAC on", AzCommand.UpdateVault(vault.Id, "--enable-rbac-authorization true"),
                    "From then on the vault's access policies no longer count: whoever relies on one needs a role first."),
            ],
        });
}
