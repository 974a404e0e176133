namespace ByokConsole.Core.Provisioning;

/// <summary>What became of a person's answer. Only an accepted one is journalled.</summary>
public enum AnswerOutcome
{
    Accepted,

    /// <summary>The run asks something else now, or nothing: look again before answering.</summary>
    NoLongerAsked,

    /// <summary>A box that has to be ticked was not.</summary>
    OptionMissing,

    /// <summary>The answer needs a text, and none was typed.</summary>
    TextMissing,

    /// <summary>What was typed is not what has to be typed.</summary>
    TextDiffers,

    /// <summary>The text is longer than <see cref="PersonAnswer.MaxTextLength"/>.</summary>
    TextTooLong,
}
