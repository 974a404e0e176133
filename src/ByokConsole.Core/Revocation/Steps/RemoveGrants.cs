using ByokConsole.Core.Clouds;
using ByokConsole.Core.Confluent;
using ByokConsole.Core.Identifiers;
using ByokConsole.Core.Ports;
using ByokConsole.Core.Preflight;
using ByokConsole.Core.Provisioning;
using ByokConsole.Core.Provisioning.Steps;
using ByokConsole.Core.Provisioning.Words;
using ByokConsole.Core.Revocation.Words;
using ByokConsole.Core.Vaults;

namespace ByokConsole.Core.Revocation.Steps;

/// <summary>
/// Deletes the registration's two role assignments at the vault, if a person wants it: these and no other. An assignment that was made above
/// the vault stays, and so does a grant that another registration lives on.
/// </summary>
public sealed class RemoveGrants(IAccessGrants grants, IKeyRegistrations registrations, RunPace pace) : IRunStep
{
    public string Name => StepNames.RemoveGrants;

    public async Task<StepOutcome> AdvanceAsync(RunContext context, CancellationToken cancellationToken)
    {
        var (input, facts, vault) = (context.Run.Input, Removal.Of(context), VaultOf(context.Run));
        if (context.Run.Answer is { Choice: AnswerIds.LeaveGrants } answer)
            return new StepOutcome.NotNeeded(GrantRemovalSteps.Left(answer.By, vault.VaultName));
        if (context.Run.Answer is { Choice: AnswerIds.LookAgain })
            facts = facts with { GrantRefusal = null };
        if (context.Run.Answer is { Choice: AnswerIds.RemoveGrants } consent)
            // Written before the first of them is removed: an act takes the answer away, and a crash in it would ask once more.
            return new StepOutcome.Wait(GrantRemovalSteps.AboutToRemove(vault.VaultName), TimeSpan.Zero)
            {
                Facts = Removal.With(context, facts with { GrantsRemovedBy = consent.By }),
            };
        if (input.ApplicationId is not { } application)
            return new StepOutcome.NotNeeded(GrantRemovalSteps.NoApplication(input.RegistrationId!));
        var found = await FindAsync(vault, application, cancellationToken).ConfigureAwait(false);
        if (!found.IsOk)
            return found.Fault.IsTransient ? Setbacks.Wait(found.Fault, pace.LookAgain) : Blocked(context, facts, found.Fault.Message, null);
        var present = found.Value;
        if (present.Count == 0)
            return None(context, facts, found.CloudTime);
        if (await SharedWithAsync(context.Run, application, cancellationToken).ConfigureAwait(false) is { } shared)
            return Blocked(context, facts, shared, null);
        if (facts.GrantsRemovedBy is null)
            return new StepOutcome.Ask(Questions.Grants(vault.VaultName, [.. present.Select(RoleOf)]));
        return facts.GrantRefusal is { } refusal
            ? Blocked(context, facts, GrantRemovalSteps.MayNot(vault.VaultName, refusal), AzCommand.DeleteAssignments(present.Select(one => one.Id)))
            : await RemoveAsync(context, facts, present[0], found.CloudTime, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The assignments at the vault itself that make the grant.</summary>
    private async Task<Answer<IReadOnlyList<RoleAssignment>>> FindAsync(
        VaultResourceId vault, Guid application, CancellationToken cancellationToken)
    {
        var principal = await grants.FindServicePrincipalAsync(application, cancellationToken).ConfigureAwait(false);
        if (!principal.IsOk)
            return principal.Fault.Kind is FaultKind.NotFound
                ? new Answer<IReadOnlyList<RoleAssignment>>([]) { CloudTime = principal.CloudTime }
                : principal.Fault;
        var listed = await grants.ListAssignmentsAsync(vault, principal.Value.ObjectId, cancellationToken).ConfigureAwait(false);
        return listed.Select<IReadOnlyList<RoleAssignment>>(all =>
        [
            .. all.Where(one => one.Scope.TrimEnd('/').Equals(vault.ToString(), StringComparison.OrdinalIgnoreCase)
                && KeyVaultRole.OfGrant.Any(role => AssignRole.Gives(one, vault, principal.Value.ObjectId, role))),
        ]);
    }

    private async Task<StepOutcome> RemoveAsync(
        RunContext context, RemovalFacts facts, RoleAssignment assignment, DateTimeOffset? cloudTime, CancellationToken cancellationToken)
    {
        var (role, vault) = (RoleOf(assignment), VaultOf(context.Run).VaultName);
        await context.IntendAsync(GrantRemovalSteps.Removing(role, vault), cloudTime, cancellationToken).ConfigureAwait(false);
        var answer = await grants.RemoveAsync(assignment, cancellationToken).ConfigureAwait(false);
        if (answer.IsOk)
            return new StepOutcome.Wait(GrantRemovalSteps.BeingRemoved(vault), TimeSpan.Zero)
            {
                RequestId = answer.RequestId,
                Deed = Removal.Did(context, Deeds.RemovedRole(role, assignment.Id), facts.GrantsRemovedBy, answer),
                Facts = Removal.With(
                    context, facts with { RemovedRoles = [.. facts.RemovedRoles.Append(role).Distinct()] }, answer.CloudTime),
            };
        var known = Removal.With(context, facts);
        return answer.Fault.IsTransient || answer.Fault.OutcomeUnknown
            ? Setbacks.Wait(answer.Fault, pace.LookAgain) with { Facts = known }
            : new StepOutcome.Wait(GrantRemovalSteps.NotAllowed(role, vault), TimeSpan.Zero)
            {
                Facts = Removal.With(context, facts with { GrantRefusal = answer.Fault.Message }),
                RequestId = answer.Fault.RequestId,
            };
    }

    /// <summary>Another registration of the same application at the same vault would lose its access with ours.</summary>
    private async Task<string?> SharedWithAsync(Run run, Guid application, CancellationToken cancellationToken)
    {
        var listed = await registrations.ListAsync(cancellationToken).ConfigureAwait(false);
        if (!listed.IsOk)
            return GrantRemovalSteps.SharingUnseen(listed.Fault.Message);
        var other = listed.Value.FirstOrDefault(
            one => one.Id != run.Input.RegistrationId && one.ApplicationId == application && IsAt(one, run) && one.IsInUse);
        return other is null ? null : GrantRemovalSteps.Shared(other.Id);
    }

    private static bool IsAt(KeyRegistration registration, Run run)
        => registration.Vault is { } vault && vault.Equals(VaultOf(run));

    private static VaultResourceId VaultOf(Run run) => VaultResourceId.Parse(run.Input.VaultResourceId!);

    private static StepOutcome.Wait Blocked(RunContext context, RemovalFacts facts, string why, string? command)
        => new(why, RunPace.ForStanding(context.Elapsed))
        {
            Facts = Removal.With(context, facts),
            Question = Questions.GrantsBlocked(why, command),
        };

    private static StepOutcome None(RunContext context, RemovalFacts facts, DateTimeOffset? cloudTime)
    {
        var (registration, vault) = (context.Run.Input.RegistrationId!, VaultOf(context.Run).VaultName);
        return facts.GrantsRemovedBy is null
            ? new StepOutcome.NotNeeded(GrantRemovalSteps.NoneThere(registration, vault))
            : new StepOutcome.Done(GrantRemovalSteps.NoneLeft(registration, vault))
            {
                Facts = Removal.With(context, facts, cloudTime),
                Deed = Removal.Noted(context, Deeds.SawNoRole(registration, vault), null, cloudTime),
            };
    }

    private static string RoleOf(RoleAssignment assignment) => KeyVaultRole.OfGrant.First(role => role.Id == assignment.RoleDefinitionId).Name;
}
