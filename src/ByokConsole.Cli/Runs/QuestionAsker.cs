using System.Globalization;
using ByokConsole.Cli.Api.Wire;
using ByokConsole.Cli.Output;

namespace ByokConsole.Cli.Runs;

/// <summary>Asks a run's question at the terminal.</summary>
internal sealed class QuestionAsker(Talk talk)
{
    /// <summary>Asks until there is an answer that counts; null where the run looks by itself, and the person lets it.</summary>
    /// <exception cref="CommandFailure">The input has ended.</exception>
    public async Task<GivenAnswer?> AskAsync(ConsoleRun run, CancellationToken cancellationToken)
    {
        var question = run.Question!;
        talk.Say("");
        foreach (var line in RunLines.Wrap(question.Text, Terminal.Width - 1))
            talk.Say(line);
        if (question.Command is { } command)
            talk.Say($"\n{command}\n");
        if (!run.NeedsPerson)
            talk.Say("  0  Wait: the run goes on by itself when it can");
        for (var at = 0; at < question.Choices.Count; at++)
            talk.Say($"  {at + 1}  {Label(question.Choices[at])}");
        while (true)
        {
            if (await ChooseAsync(run, question.Choices, cancellationToken) is not { } choice)
                return null;
            var ticked = await TickAsync(choice, cancellationToken);
            if (ticked is not null && await TypeAsync(run, choice, cancellationToken) is (true, var text))
                return new GivenAnswer(question.Mark, choice.Id, text, ticked);
        }
    }

    private static string Label(RunChoice choice) => choice.IsIrreversible ? Color.Bad($"{choice.Label} (cannot be taken back)") : choice.Label;

    private async Task<RunChoice?> ChooseAsync(ConsoleRun run, IReadOnlyList<RunChoice> choices, CancellationToken cancellationToken)
    {
        var least = run.NeedsPerson ? 1 : 0;
        while (true)
        {
            var line = await LineAsync(run, $"Answer, {least} to {choices.Count}", cancellationToken);
            if (int.TryParse(line.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= choices.Count)
                return number == 0 ? null : choices[number - 1];
            talk.Say($"A number from {least} to {choices.Count}; Ctrl-C leaves, and the run waits.");
        }
    }

    /// <summary>The boxes that are ticked, or null where one that is required is not.</summary>
    private async Task<IReadOnlyList<string>?> TickAsync(RunChoice choice, CancellationToken cancellationToken)
    {
        List<string> ticked = [];
        foreach (var option in choice.Options ?? [])
        {
            if (await Prompt.YesAsync(talk, $"{option.Label}?", cancellationToken))
                ticked.Add(option.Id);
            else if (option.IsRequired)
                return Not("This answer counts only with that.");
        }
        return ticked;
    }

    private async Task<(bool IsGood, string? Text)> TypeAsync(ConsoleRun run, RunChoice choice, CancellationToken cancellationToken)
    {
        if (choice.TextLabel is not { } label)
            return (true, null);
        var text = (await LineAsync(run, choice.IsIrreversible ? $"{label}, to confirm" : label, cancellationToken)).Trim();
        if (text.Length > 0 && (choice.ExpectedText is null || choice.ExpectedText == text))
            return (true, text);
        Not(text.Length == 0 ? "This answer needs a text." : "That is not what has to be typed.");
        return (false, null);
    }

    private IReadOnlyList<string>? Not(string why)
    {
        talk.Say(why);
        return null;
    }

    private async Task<string> LineAsync(ConsoleRun run, string prompt, CancellationToken cancellationToken)
        => await Prompt.TextAsync(talk, prompt, cancellationToken) ?? throw RunEnd.AnswerNeeded(run, $"To answer it: byok run answer {run.Id}");
}
