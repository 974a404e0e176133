using ByokConsole.Core.Identifiers;

namespace ByokConsole.Core.Provisioning.Words;

/// <summary>What the steps that register a key report.</summary>
public static class RegistrationSteps
{
    private const string UnderUseExisting = "is offered under Use existing";

    public static string Asking(KeyIdentifier key) => $"Asking Confluent Cloud to register {key}.";

    public static string Registered(string registration) => $"Confluent Cloud registered the key as {registration}.";

    public static string LostReply { get; } = "No reply came to the request to register the key. Looking whether it was carried out.";

    public static string Adopted(string registration) => $"The reply was lost; {registration} is the registration that was asked for.";

    public static string Chosen(string registration) => $"A person said that {registration} is the registration that was asked for.";

    public static string EndedUnclear { get; } = "A person ended this run: whether its registration was made is not known.";

    /// <param name="registrations">Ids of what is there for this key.</param>
    public static string Candidates(string registrations) => $"{registrations} may be this draft's; each {UnderUseExisting}.";

    public static string NoCandidate { get; } = "Confluent Cloud lists no registration of this key now. Register it again.";

    public static string Exists(string registration) => $"This key is registered already, as {registration}. Choose it under Use existing.";

    public static string ExistsInState(string registration, string state)
        => $"This key is registered already, as {registration}, and that registration is {state}. Choose another key.";

    public static string NothingMade { get; } = "No registration was made.";

    public static string NotRegistered { get; } = "No registration was made. Once that is mended, register the key again.";

    public static string HasApplication(string registration, Guid application) => $"The application of {registration} is {application}.";

    public static string NoApplicationYet(string registration) => $"Confluent Cloud has not made an application for {registration} yet.";

    public static string NoApplication(string registration, int minutes)
        => $"Confluent Cloud has not made an application for {registration} within {minutes} minutes.";

    public static string Remains(string registration)
        => $"Registration {registration} exists, and {UnderUseExisting}. Choose it there once it has its application.";

    public static string OnDraft(string registration) => $"The draft has {registration}.";

    public static string DraftDiscarded(string registration) => $"The draft was discarded meanwhile; {registration} {UnderUseExisting}.";

    public static string DraftChanged(string registration)
        => $"The draft was changed to another key meanwhile; {registration} {UnderUseExisting}.";

    public static string DraftJustSaved { get; } = "The draft was just saved by somebody else. Trying again.";
}
