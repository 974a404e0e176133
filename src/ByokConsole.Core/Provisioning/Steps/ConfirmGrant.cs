using ByokConsole.Core.Identifiers;
using ByokConsole.Core.Ports;
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
            return Setbacks.WaitOrFail(listed.Fault, "Both roles were assigned, but could not be read back.", pace.LookAgain);
        var missing = KeyVaultRole.OfGrant
            .Where(role => !listed.Value.Any(assignment => AssignRole.Gives(assignment, vault, principal, role)))
            .Select(role => role.Name)
            .ToList();
        return missing switch
        {
            [] => new StepOutcome.Done("Azure lists both assignments. They take effect within minutes, seldom up to half an hour."),
            _ when context.Elapsed < pace.Patience => new StepOutcome.Wait($"Azure does not list {string.Join(" and ", missing)} yet.", pace.LookAgain),
            _ => Setbacks.Fail(
                $"Azure accepted {string.Join(" and ", missing)} and does not list it: somebody may have removed it again.",
                "The grant is not complete. Grant again."),
        };
    }
}
