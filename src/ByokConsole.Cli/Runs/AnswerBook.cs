using ByokConsole.Cli.Api.Wire;

namespace ByokConsole.Cli.Runs;

/// <summary>
/// Answers that were given on the command line, and the names of those that were not. Nothing is answered that nobody said: a box that is
/// required and not ticked, or a text that differs, leaves the question open.
/// </summary>
/// <param name="answers">In the order in which they are tried: where two fit one question, the first goes before.</param>
internal sealed class AnswerBook(IReadOnlyList<PreparedAnswer> answers)
{
    private readonly HashSet<(string Mark, string Choice)> _given = [];

    /// <summary>The answer to a question, or null. The same question gets the same answer once: asked again, it was not good enough.</summary>
    public GivenAnswer? For(RunQuestion question)
    {
        foreach (var answer in answers.Where(answer => answer.IsGiven))
        {
            if (question.Choices.FirstOrDefault(choice => choice.Id == answer.Choice) is not { } choice || !Fits(answer, choice))
                continue;
            if (_given.Add((question.Mark, choice.Id)))
                return new GivenAnswer(question.Mark, choice.Id, choice.TextLabel is null ? null : answer.Text, [.. Offered(choice).Intersect(answer.Ticked)]);
        }
        return null;
    }

    /// <summary>For an answer that came too late to count: the same question may be asked again.</summary>
    public void TakeBack(GivenAnswer answer) => _given.Remove((answer.Mark, answer.Choice));

    /// <summary>What could be said on the command line to answer a question; empty where no option does.</summary>
    public IReadOnlyList<string> OptionsFor(RunQuestion question)
        => [.. answers.Where(answer => question.Choices.Any(choice => choice.Id == answer.Choice)).Select(answer => answer.Option)];

    /// <summary>What was said and does not answer the question, in a sentence; null where nothing was.</summary>
    public string? WhyNot(RunQuestion question)
        => answers.Where(answer => answer is { IsGiven: true, Text.Length: > 0 })
            .Select(answer => (answer.Text, question.Choices.FirstOrDefault(choice => choice.Id == answer.Choice)?.ExpectedText))
            .FirstOrDefault(said => said.ExpectedText is { } expected && expected != said.Text!.Trim()) is ({ } text, { } name)
                ? $"\u201c{text}\u201d was given, and \u201c{name}\u201d has to be."
                : null;

    private static bool Fits(PreparedAnswer answer, RunChoice choice)
        => (choice.Options ?? []).Where(option => option.IsRequired).All(option => answer.Ticked.Contains(option.Id))
            && (choice.TextLabel is null || answer.Text is { Length: > 0 })
            && (choice.ExpectedText is null || choice.ExpectedText == answer.Text?.Trim());

    private static IEnumerable<string> Offered(RunChoice choice) => (choice.Options ?? []).Select(option => option.Id);
}
