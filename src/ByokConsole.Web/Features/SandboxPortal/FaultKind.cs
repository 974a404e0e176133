namespace ByokConsole.Web.Features.SandboxPortal;

/// <summary>A fault that can be ordered of the sandbox, in words.</summary>
/// <param name="Key">Tells it from the others.</param>
/// <param name="Name">As the sandbox calls it.</param>
/// <param name="Title">As a person calls it.</param>
/// <param name="Words">What happens.</param>
/// <param name="TellsWait">It says how many seconds to wait.</param>
/// <param name="IsSlow">It takes its time.</param>
public sealed record FaultKind(string Key, string Name, string Title, string Words, bool TellsWait = false, bool IsSlow = false)
{
    private const string TooMany = "TooManyRequests";

    public static IReadOnlyList<FaultKind> All { get; } =
    [
        new("429-wait", TooMany, "429 with Retry-After", "The cloud is asked too often, and says how long to wait.", TellsWait: true),
        new("429", TooMany, "429 without Retry-After", "The cloud is asked too often, and does not say how long to wait."),
        new("500", "ServerError", "500", "The cloud fails before it does anything."),
        new("lost-reply", "LostReply", "Lost reply", "It is done, and the answer never arrives: nobody knows whether it is."),
        new(
            "duplicated-reply", "DuplicatedReply", "Duplicated reply",
            "The answer that the same request got before arrives once more; nothing is done."),
        new("duplicated-request", "DuplicatedRequest", "Duplicated request", "It is done twice, and the second answer arrives."),
        new("slow", "Slow", "Slow", "It waits before it is done. Who goes away meanwhile stops it.", IsSlow: true),
        new("slow-reply", "SlowReply", "Slow reply", "It is done at once, and the answer waits.", IsSlow: true),
        new("reset", "Reset", "Reset", "The connection breaks before anything is done."),
        new("html", "Html", "A gateway's page", "200 and HTML in place of the answer; nothing is done."),
        new("cut", "TruncatedJson", "Cut answer", "It is done, and half of the answer arrives."),
    ];

    /// <summary>The words for a fault as the sandbox tells it.</summary>
    public static string TitleOf(string name, int? retryAfter = null)
        => All.FirstOrDefault(kind => kind.Name == name && (name != TooMany || kind.TellsWait == retryAfter.HasValue))?.Title ?? name;

    /// <summary>The words for the name alone, as the log has it.</summary>
    public static string ShortTitleOf(string name) => name == TooMany ? "429" : TitleOf(name);
}
