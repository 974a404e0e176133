using ByokConsole.Core.Drafts;
using ByokConsole.Core.Preflight.Words;
using ByokConsole.Core.Vaults;

namespace ByokConsole.Core.Preflight.Checks;

/// <summary>
/// Both roles of the grant are assigned to the registration's application so that they cover the vault. Other roles with the same rights are
/// not counted: the vendor names these two, and a grant that deviates should be seen.
/// </summary>
public sealed class GrantPresent : IPreflightCheck
{
    public CheckName Name => CheckName.GrantPresent;

    public async Task<CheckResult> AskAsync(PreflightContext context, CancellationToken cancellationToken)
    {
        if (context.Subject.RegistrationId is null)
            return CannotSee.NotAsked(Name, "the registration");
        if (context.Subject.Vault is not { } vault)
            return CannotSee.NotAsked(Name, "the resource ID");
        var assignments = await context.AssignmentsAsync().ConfigureAwait(false);
        if (!assignments.IsOk)
            return CannotSee.Because(Name, assignments.Fault);
        var missing = KeyVaultRole.OfGrant.Where(role => !assignments.Value.Any(one => one.Gives(role, vault))).ToList();
        if (missing.Count > 0)
            return AccessMessages.RolesMissing(string.Join(" and ", missing.Select(role => role.Name)), context.Subject.BoundClusterId is not null).As(Name, CheckState.Fail) with
            {
                Observed = missing.Count == KeyVaultRole.OfGrant.Count ? "no role" : "one role", Expected = "both roles at the vault",
                Fields = [DraftField.Registration],
                Remedies = [GrantAdvice.Remedy(context.Subject)],
            };
        var counted = assignments.Value.Where(one => KeyVaultRole.OfGrant.Any(role => one.Gives(role, vault))).ToList();
        var scope = counted.All(one => one.Scope.Equals(vault.ToString(), StringComparison.OrdinalIgnoreCase)) ? "vault scope" : "above the vault";
        return counted.Any(one => one.HasCondition)
            ? AccessMessages.Conditional.As(Name, CheckState.Warn) with { Observed = "with a condition", Expected = "without" }
            : new CheckResult(Name, CheckState.Pass, "") { Observed = scope };
    }
}
