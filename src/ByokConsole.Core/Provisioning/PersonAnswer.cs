namespace ByokConsole.Core.Provisioning;

/// <summary>A person's answer to a <see cref="PersonQuestion"/>.</summary>
/// <param name="Question">The question's <see cref="PersonQuestion.Mark"/>.</param>
/// <param name="Choice">Id of the choice.</param>
/// <param name="By">Who answered: the local operator until sign-in exists.</param>
public sealed record PersonAnswer(string Question, string Choice, string By)
{
    /// <summary>What an answer's text may hold; a longer one is refused.</summary>
    public const int MaxTextLength = 2000;

    /// <summary>What was typed, or null.</summary>
    public string? Text { get; init; }

    /// <summary>Ids of the boxes that were ticked.</summary>
    public IReadOnlyList<string> Options { get; init; } = [];

    public bool Has(string option) => Options.Contains(option, StringComparer.Ordinal);

    /// <summary>Whether the answer counts for the question that stands (null: none does).</summary>
    public AnswerOutcome JudgeFor(PersonQuestion? question)
    {
        if (question is null || question.Mark != Question || question.Choices.FirstOrDefault(choice => choice.Id == Choice) is not { } chosen)
            return AnswerOutcome.NoLongerAsked;
        if (chosen.Options.Any(option => option.IsRequired && !Has(option.Id)))
            return AnswerOutcome.OptionMissing;
        if (chosen.TextLabel is null && chosen.ExpectedText is null)
            return AnswerOutcome.Accepted;
        return Text?.Trim() switch
        {
            null or "" => AnswerOutcome.TextMissing,
            { Length: > MaxTextLength } => AnswerOutcome.TextTooLong,
            var text when chosen.ExpectedText is { } expected && text != expected => AnswerOutcome.TextDiffers,
            _ => AnswerOutcome.Accepted,
        };
    }
}
