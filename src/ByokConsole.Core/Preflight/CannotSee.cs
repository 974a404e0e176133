using ByokConsole.Core.Clouds;

namespace ByokConsole.Core.Preflight;

/// <summary>The words for what a check could not see: never a failure, always who can see it or what to do.</summary>
internal static class CannotSee
{
    public static CheckResult Because(CheckName check, CloudFault fault) => new(check, CheckState.Skipped, Sentence(fault))
    {
        IsMomentary = fault.IsTransient,
        Remedies = [new Remedy(RemedyKind.TryAgain, "Try again")],
    };

    public static CheckResult NotAsked(CheckName check, string waitsFor) => new(check, CheckState.NotAsked, $"Waits for {waitsFor}.");

    public static string Sentence(CloudFault fault) => fault.Kind switch
    {
        FaultKind.ForbiddenByFirewall => "The vault's firewall keeps this console out; Confluent will tell once the key is registered.",
        FaultKind.ForbiddenByRbac => "The console's identity may not read keys in this vault. Key Vault Reader at the vault would let it.",
        FaultKind.ForbiddenByPolicy => "The vault's access policies do not let the console read its keys.",
        FaultKind.Forbidden when fault.Service is CloudService.ResourceManager => "The console's identity may not read this vault in Azure. Reader at the vault would let it.",
        FaultKind.Forbidden when fault.Service is CloudService.Graph => "The console's identity may not look up service principals. Application.ReadWrite.OwnedBy would let it.",
        FaultKind.Forbidden => "The console's identity may not see this.",
        FaultKind.Unauthenticated => $"The console could not sign in: {fault.Message}",
        FaultKind.Throttled => "The cloud asks for a pause: too many requests.",
        FaultKind.Unreachable => "No answer came from the cloud.",
        FaultKind.Malformed => "The cloud's answer could not be understood.",
        FaultKind.CloudError => $"The cloud failed{(fault.Status is { } status ? $" with {status}" : "")}.",
        _ => fault.Message,
    };
}
