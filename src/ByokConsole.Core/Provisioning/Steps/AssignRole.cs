using ByokConsole.Core.Clouds;
using ByokConsole.Core.Identifiers;
using ByokConsole.Core.Ports;
using ByokConsole.Core.Provisioning.Words;
using ByokConsole.Core.Vaults;

namespace ByokConsole.Core.Provisioning.Steps;

/// <summary>Gives one of the two roles at the vault. The assignment's name derives from what it is, so that asking twice makes one.</summary>
public sealed class AssignRole(string name, KeyVaultRole role, IAccessGrants grants, RunPace pace) : IRunStep
{
    public string Name => name;

    public async Task<StepOutcome> AdvanceAsync(RunContext context, CancellationToken cancellationToken)
    {
        var vault = VaultResourceId.Parse(context.Run.Input.VaultResourceId!);
        var principal = context.Run.Facts.PrincipalId!.Value;
        var listed = await grants.ListAssignmentsAsync(vault, principal, cancellationToken).ConfigureAwait(false);
        if (!listed.IsOk)
            return Setbacks.WaitOrFail(listed.Fault, WhatExists(context, vault, principal), pace.LookAgain);
        if (listed.Value.Any(assignment => Gives(assignment, vault, principal, role)))
            return new StepOutcome.Done(
                context.HasIntent ? GrantSteps.Assigned(role.Name, vault.VaultName) : GrantSteps.AssignedAlready(role.Name, vault.VaultName));
        await context.IntendAsync(GrantSteps.Assigning(role.Name, vault.VaultName), listed.CloudTime, cancellationToken).ConfigureAwait(false);
        var answer = await grants.AssignAsync(vault, role, principal, cancellationToken).ConfigureAwait(false);
        if (answer.IsOk)
            return new StepOutcome.Done(GrantSteps.Assigned(role.Name, vault.VaultName)) { RequestId = answer.RequestId };
        return answer.Fault switch
        {
            { Kind: FaultKind.PrincipalNotFound } when context.Elapsed < pace.Patience
                => new StepOutcome.Wait(GrantSteps.PrincipalUnknownYet(principal), pace.LookAgain),
            { OutcomeUnknown: true } => Setbacks.Wait(answer.Fault, pace.LookAgain),
            _ => Setbacks.WaitOrFail(answer.Fault, WhatExists(context, vault, principal), pace.LookAgain),
        };
    }

    /// <summary>True when the assignment gives the role to the principal at the vault or above, without a condition.</summary>
    internal static bool Gives(RoleAssignment assignment, VaultResourceId vault, Guid principal, KeyVaultRole role)
        => assignment.Gives(role, vault) && assignment.PrincipalId == principal && !assignment.HasCondition;

    private static string WhatExists(RunContext context, VaultResourceId vault, Guid principal)
        => context.Run.Steps.Any(step => step is { Name: StepNames.AssignEncryptionUser, State: StepState.Done })
            ? GrantSteps.OneRoleOnly(principal, vault.VaultName, KeyVaultRole.CryptoServiceEncryptionUser.Name, KeyVaultRole.Reader.Name)
            : GrantSteps.NotBothRoles(principal, vault.VaultName);
}
