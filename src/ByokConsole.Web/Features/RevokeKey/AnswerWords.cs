using ByokConsole.Core.Provisioning;
using ByokConsole.Core.Revocation;

namespace ByokConsole.Web.Features.RevokeKey;

/// <summary>Words for answers: what an answer would do, and why one did not count.</summary>
public static class AnswerWords
{
    /// <summary>What follows from a choice; null where its label says it all.</summary>
    /// <param name="dates">The dates as they would be, were the choice made now.</param>
    public static string? Consequence(string choiceId, BlastRadius? radius, FourDates dates, TimeZoneInfo zone) => choiceId switch
    {
        AnswerIds.KeepKey => "Nothing changes at the vault. Whoever may use the key can go on using it.",
        AnswerIds.DisableKey => "Every version stops wrapping and unwrapping, for everyone. "
            + "It can be enabled again at any time, and nothing is lost.",
        AnswerIds.DeleteKey when dates.KeyUnrecoverable.At is { } purge =>
            $"It stops at once, for everyone. It can be recovered until {DateWords.Day(purge, zone)}"
            + Earlier(radius?.PurgeProtected)
            + ". After that nobody gets it back, and whatever else it has encrypted stays unreadable.",
        AnswerIds.RemoveGrants => "Confluent's application can use no key of the vault any more. The roles can be given again.",
        AnswerIds.LeaveGrants => "Confluent's application keeps its roles, and can use the key if it is there.",
        _ => null,
    };

    /// <summary>Why an answer did not count; null when it did.</summary>
    public static string? Of(AnswerOutcome outcome) => outcome switch
    {
        AnswerOutcome.Accepted => null,
        AnswerOutcome.NoLongerAsked =>
            "Things have moved on since this page was drawn, or somebody else was faster. Nothing was done on your answer. "
            + "The page now shows how it stands: read it again before you answer.",
        AnswerOutcome.OptionMissing => "A box that has to be ticked was not. Nothing was done.",
        AnswerOutcome.TextMissing => "The answer needs a text. Nothing was done.",
        AnswerOutcome.TextDiffers => "What was typed is not the name that has to be typed. Nothing was done.",
        _ => $"The text is longer than {PersonAnswer.MaxTextLength} characters. Nothing was done.",
    };

    private static string Earlier(bool? isProtected) => isProtected switch
    {
        true => "; nobody can purge it earlier",
        false => ", unless somebody purges it earlier",
        null => "",
    };
}
