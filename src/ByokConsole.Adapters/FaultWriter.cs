using ByokConsole.Core.Clouds;

namespace ByokConsole.Adapters;

/// <summary>Puts a refusal into words (what happened, why, what to do) and decides what it leaves open.</summary>
internal sealed class FaultWriter(Redactor redactor)
{
    public CloudFault Write(CloudAct act, Refusal refusal)
    {
        var (why, remedy) = Words(refusal.Kind);
        var what = redactor.Clean(act.What);
        var service = Name(act.Service);
        var said = refusal.Detail is { Length: > 0 } detail ? $" It says: “{Sentence(redactor.Clean(detail))}”" : "";
        var message = $"Could not {what}: {service} {refusal.Reason ?? why}. {remedy}{said}";
        return new CloudFault(act.Service, refusal.Kind, message)
        {
            Status = refusal.Status,
            Code = refusal.Code is null ? null : redactor.Clean(refusal.Code),
            RequestId = refusal.RequestId is null ? null : redactor.Clean(refusal.RequestId),
            RetryAfter = refusal.RetryAfter,
            Problems = [.. refusal.Problems.Select(Clean)],
            ExistingId = refusal.ExistingId is null ? null : redactor.Clean(refusal.ExistingId),
            OutcomeUnknown = act.IsWrite && !refusal.NeverArrived
                && refusal.Kind is FaultKind.CloudError or FaultKind.Unreachable or FaultKind.Malformed,
        };
    }

    /// <summary>Clouds leave full stops out; in a text of several sentences that reads as one.</summary>
    private static string Sentence(string text) => text.Trim() is { Length: > 0 } said && char.IsLetterOrDigit(said[^1]) ? $"{said}." : text.Trim();

    private FieldProblem Clean(FieldProblem problem) => new(
        problem.Pointer is null ? null : redactor.Clean(problem.Pointer),
        problem.Code is null ? null : redactor.Clean(problem.Code),
        redactor.Clean(problem.Detail));

    private static string Name(CloudService service) => service switch
    {
        CloudService.Entra => "Microsoft Entra",
        CloudService.ResourceManager => "Azure Resource Manager",
        CloudService.Graph => "Microsoft Graph",
        CloudService.KeyVault => "Azure Key Vault",
        _ => "Confluent Cloud",
    };

    private static (string Why, string Remedy) Words(FaultKind kind) => kind switch
    {
        FaultKind.NotFound => ("answers that it does not exist, or hides it from the console",
            "Check the name, and that the console's identity may see it."),
        FaultKind.Unauthenticated => ("refused the console's credential",
            "Check the configured identity: it may be mistyped, expired or of another tenant or organisation."),
        FaultKind.Forbidden => ("does not allow it to the console's identity", "Ask its owner for the right, or for an account that has it."),
        FaultKind.ForbiddenByRbac => ("found no role assignment of the console's identity that covers it",
            "Assign a role that does, such as Key Vault Crypto Officer, at the vault; a new assignment takes up to ten minutes."),
        FaultKind.ForbiddenByPolicy => ("uses access policies in this vault, and none of them covers it",
            "Switch the vault to Azure RBAC, or add an access policy for the console's identity."),
        FaultKind.ForbiddenByFirewall => ("keeps this console out by the vault's firewall",
            "That says nothing about the key: look from a network that the vault admits."),
        FaultKind.KeyDisabled => ("has disabled this key version", "Enable the key version in the vault."),
        FaultKind.KeyOperationForbidden => ("does not permit the operation for this key", "Add the operation to the key's permitted operations."),
        FaultKind.PurgeProtected => ("forbids it by purge protection", "Wait until the vault's retention time ends: nobody can purge earlier."),
        FaultKind.PrincipalNotFound => ("does not know the principal yet", "Try again shortly: a new service principal takes seconds to minutes to be known."),
        FaultKind.AlreadyExists => ("answers that it exists already", "Use the one that exists, or choose another name."),
        FaultKind.Conflict => ("answers that its present state does not allow it", "Look at its state, and try again when that has changed."),
        FaultKind.Invalid => ("refused what was asked", "Mend what it names."),
        FaultKind.QuotaExceeded => ("has no quota left for it", "Delete what is no longer needed, or ask for a higher quota."),
        FaultKind.Throttled => ("asks to slow down", "Try again a little later."),
        FaultKind.CloudError => ("failed by itself", "Try again; if it stays so, look at the service's status page."),
        FaultKind.Malformed => ("gave an answer that cannot be understood", "Try again; something between here and the cloud may have answered instead."),
        FaultKind.Refused => ("was not asked", "Mend the settings or the input."),
        _ => ("cannot be reached", "Check the name, the network and the proxy, and try again."),
    };
}
