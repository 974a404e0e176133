using ByokConsole.Core.Drafts;
using ByokConsole.Core.Provisioning;
using ByokConsole.Core.Revocation;
using ByokConsole.Resilience.Twin;

namespace ByokConsole.Resilience.Scenarios;

/// <summary>The person before the console: wants the run to go on, and answers what it asks.</summary>
internal static class Person
{
    private const string Statement = "Seen in Confluent Cloud's own console";

    /// <summary>True when the run waits for somebody, or somebody would not leave it waiting.</summary>
    public static bool IsAsked(Run run) => run.Question is not null && (run.State is RunState.NeedsPerson || Urges(run.Question) is not null);

    public static async Task AnswerAsync(ConsoleTwin console, Run run, Wishes wishes, CancellationToken cancellationToken)
        => await console.Service.AnswerAsync(run.Id, AnswerTo(run, wishes), cancellationToken);

    public static PersonAnswer AnswerTo(Run run, Wishes wishes)
    {
        var question = run.Question!;
        var choice = run.State is RunState.NeedsPerson ? Choose(question, wishes) : Urges(question)!;
        return new PersonAnswer(question.Mark, choice.Id, DraftService.LocalOperator)
        {
            Text = choice.TextLabel is null ? null : choice.ExpectedText ?? Statement,
            Options = [.. choice.Options
                .Where(option => option.IsRequired || (option.Id == AnswerIds.DeleteRegistration && wishes.DeletesRegistration))
                .Select(option => option.Id)],
        };
    }

    /// <summary>What lets a run that waits go on at once.</summary>
    private static PersonChoice? Urges(PersonQuestion question)
        => question.Choices.FirstOrDefault(choice => choice.Id is AnswerIds.LookAgain or AnswerIds.StateStopped);

    /// <summary>The first answer is the one that goes on, save where the person has a wish.</summary>
    private static PersonChoice Choose(PersonQuestion question, Wishes wishes)
        => question.Choices.FirstOrDefault(choice => choice.Id == wishes.Key) ?? question.Choices[0];
}
