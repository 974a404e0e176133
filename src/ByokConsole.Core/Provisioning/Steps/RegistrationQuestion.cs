using ByokConsole.Core.Confluent;

namespace ByokConsole.Core.Provisioning.Steps;

/// <summary>The question put to a person when the console cannot tell which registration is the one that it asked for.</summary>
public static class RegistrationQuestion
{
    /// <summary>The question; the id of an answer is the registration's.</summary>
    public static PersonQuestion Of(IReadOnlyList<KeyRegistration> candidates) => new(
        "Confluent Cloud's reply to the request to register this key was lost, and what is there now does not settle whether it was carried out: "
            + string.Join(", ", candidates.Select(one => $"{one.Id} (created {one.CreatedAt?.ToString("u") ?? "at an unknown time"})"))
            + ". Which one is this draft's?",
        [
            .. candidates.Select(one => new PersonChoice(one.Id, $"{one.Id} is it: go on with that registration")),
            new PersonChoice(ClusterQuestion.Stop, "I do not know: end this run"),
        ]);
}
