using ByokConsole.Core.Provisioning;

namespace ByokConsole.Web.Api.Runs;

/// <summary>What a run asks a person.</summary>
/// <param name="Mark">What this very question is known by; an answer names it, so that a stale one is told apart.</param>
/// <param name="Text">The question.</param>
/// <param name="Choices">Possible answers.</param>
public sealed record QuestionReading(string Mark, string Text, IReadOnlyList<ChoiceReading> Choices)
{
    /// <summary>A command that does the same by hand, for a POSIX shell. The run watches for its effect.</summary>
    public string? Command { get; init; }

    internal static QuestionReading Of(PersonQuestion question)
        => new(question.Mark, question.Text, [.. question.Choices.Select(ChoiceReading.Of)]) { Command = question.Command };
}
