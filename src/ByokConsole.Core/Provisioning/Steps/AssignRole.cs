using ByokConsole.Core.Clouds;
using ByokConsole.Core.Identifiers;
using ByokConsole.Core.Ports;
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
            return Setbacks.WaitOrFail(listed.Fault, WhatExists(context), pace.LookAgain);
        if (listed.Value.Any(assignment => Gives(assignment, vault, principal, role)))
            return new StepOutcome.Done(context.HasIntent ? $"{role.Name} is assigned." : $"{role.Name} was assigned already.");
        await context.IntendAsync($"Assigning {role.Name} at vault {vault.VaultName}.", listed.CloudTime, cancellationToken).ConfigureAwait(false);
        var answer = await grants.AssignAsync(vault, role, principal, cancellationToken).ConfigureAwait(false);
        if (answer.IsOk)
            return new StepOutcome.Done($"{role.Name} is assigned.") { RequestId = answer.RequestId };
        return answer.Fault switch
        {
            { Kind: FaultKind.PrincipalNotFound } when context.Elapsed < pace.Patience
                => new StepOutcome.Wait("Azure does not know the new service principal everywhere yet.", pace.LookAgain),
            { OutcomeUnknown: true } => Setbacks.Wait(answer.Fault, pace.LookAgain),
            _ => Setbacks.WaitOrFail(answer.Fault, WhatExists(context), pace.LookAgain),
        };
    }

    /// <summary>True when the assignment gives the role to the principal at the vault or above, without a condition.</summary>
    internal static bool Gives(RoleAssignment assignment, VaultResourceId vault, Guid principal, KeyVaultRole role)
        => assignment.Gives(role, vault) && assignment.PrincipalId == principal && !assignment.HasCondition;

    private static string WhatExists(RunContext context)
        => $"Service principal {context.Run.Facts.PrincipalId} exists."
            + (context.Run.Steps.Any(step => step is { Name: StepNames.AssignEncryptionUser, State: StepState.Done })
                ? $" It has {KeyVaultRole.CryptoServiceEncryptionUser.Name}, but not yet {KeyVaultRole.Reader.Name}."
                : " It has not got both roles.");
}
