using ByokConsole.Core.Identifiers;
using ByokConsole.Core.Ports;
using ByokConsole.Core.Provisioning.Words;
using ByokConsole.Core.Vaults;

namespace ByokConsole.Core.Provisioning.Steps;

/// <summary>Reads both assignments back from the vault.</summary>
public sealed class ConfirmGrant(IAccessGrants grants, RunPace pace) : IRunStep
{
    public string Name => StepNames.ConfirmGrant;

    public async Task<StepOutcome> AdvanceAsync(RunContext context, CancellationToken cancellationToken)
    {
        var vault = VaultResourceId.Parse(context.Run.Input.VaultResourceId!);
        var principal = context.Run.Facts.PrincipalId!.Value;
        var listed = await grants.ListAssignmentsAsync(vault, principal, cancellationToken).ConfigureAwait(false);
        if (!listed.IsOk)
            return Setbacks.WaitOrFail(listed.Fault, GrantSteps.NotReadBack(vault.VaultName), pace.LookAgain);
        var missing = string.Join(" and ", KeyVaultRole.OfGrant
            .Where(role => !listed.Value.Any(assignment => AssignRole.Gives(assignment, vault, principal, role)))
            .Select(role => role.Name));
        return missing switch
        {
            "" => new StepOutcome.Done(GrantSteps.Confirmed(vault.VaultName)),
            _ when context.Elapsed < pace.Patience => new StepOutcome.Wait(GrantSteps.NotListedYet(missing, vault.VaultName), pace.LookAgain),
            _ => Setbacks.Fail(GrantSteps.NotListed(missing, vault.VaultName), GrantSteps.Incomplete),
        };
    }
}
