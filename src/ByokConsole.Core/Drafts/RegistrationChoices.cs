using ByokConsole.Core.Clouds;
using ByokConsole.Core.Confluent;
using ByokConsole.Core.Identifiers;
using ByokConsole.Core.Ports;

namespace ByokConsole.Core.Drafts;

/// <summary>"Use existing": the organisation's registrations, those that can be chosen first, the others with the reason.</summary>
public sealed class RegistrationChoices(IKeyRegistrations registrations)
{
    public async Task<Answer<IReadOnlyList<RegistrationChoice>>> ListAsync(string? region, CancellationToken cancellationToken)
    {
        var answer = await registrations.ListAsync(cancellationToken);
        return answer.Select<IReadOnlyList<RegistrationChoice>>(found =>
            [.. found.Select(one => new RegistrationChoice(one, ReasonAgainst(one, region))).OrderBy(choice => choice.Reason is null ? 0 : 1)]);
    }

    private static string? ReasonAgainst(KeyRegistration registration, string? region)
        => registration.Key is null || registration.Vault is null ? "It is not a key in Azure Key Vault."
            : registration.IsInUse ? "It is in use, or was released less than five days ago."
            : !registration.IsAvailable ? $"Its state is {registration.State}."
            : !registration.IsValid ? $"Confluent finds it {registration.Validation?.Phase ?? "not validated"}{(registration.Validation?.Message is { } message ? ": " + message : ".")}"
            : region is not null && registration.Validation?.Region is { } actual && !AzureRegion.Same(actual, region)
                ? $"It is in {actual}; the cluster will be in {region}."
            : null;
}
