using ByokConsole.Cli.Api;
using ByokConsole.Cli.Api.Wire;
using ByokConsole.Cli.Output;

namespace ByokConsole.Cli.Runs;

/// <summary>Follows a run and answers what it asks: by what was said on the command line, else by the person at the terminal.</summary>
internal sealed class RunDialogue(Session session, AnswerBook book)
{
    private readonly RunFollower _follower = new(session);

    /// <summary>Questions that the person leaves open, as the run looks by itself.</summary>
    private readonly HashSet<string> _left = [];

    /// <param name="isEnough">True for a run that need not be watched any further, though it has not ended.</param>
    /// <exception cref="CommandFailure">Nobody can be asked, and no option answers.</exception>
    public async Task<Reading<ConsoleRun>> HoldAsync(string id, Func<ConsoleRun, bool> isEnough, CancellationToken cancellationToken)
    {
        while (true)
        {
            GivenAnswer? answer = null;
            var run = await _follower.FollowAsync(
                id, run => isEnough(run) || (run.Question is { } question && (answer = book.For(question)) is not null) || IsToBeAsked(run), cancellationToken);
            if (run.Value.HasEnded || isEnough(run.Value))
                return run;
            answer ??= Terminal.CanAsk ? await AskAsync(run.Value, cancellationToken) : throw Missing(run.Value);
            if (answer is null)
                _left.Add(run.Value.Question!.Mark);
            else
                await SendAsync(run.Value, answer, cancellationToken);
        }
    }

    private async Task<GivenAnswer?> AskAsync(ConsoleRun run, CancellationToken cancellationToken)
    {
        try
        {
            return await new QuestionAsker(session.Talk).AskAsync(run, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            session.Talk.Say($"\nThe run waits for its answer. To give it later: byok run answer {run.Id}");
            throw;
        }
    }

    /// <summary>What a run can go on without is asked a person once, and nobody else.</summary>
    private bool IsToBeAsked(ConsoleRun run) => run.NeedsPerson || (Terminal.CanAsk && run.Question is { } question && !_left.Contains(question.Mark));

    private async Task SendAsync(ConsoleRun run, GivenAnswer answer, CancellationToken cancellationToken)
    {
        session.Talk.Say($"Answer: {run.Question!.Choices.First(choice => choice.Id == answer.Choice).Label}");
        try
        {
            await session.Console.SendAsync(
                HttpMethod.Post, $"{Address.Of("runs", run.Id)}/answer", answer.Body, WireJson.Default.ConsoleRun, cancellationToken);
        }
        catch (CommandFailure late) when (late.Problem.Code is "no_longer_asked")
        {
            // Somebody else answered, or it went on by itself: what it asks now is answered by what it asks now.
            book.TakeBack(answer);
            session.Talk.Say("That is no longer asked.");
        }
    }

    private CommandFailure Missing(ConsoleRun run) => RunEnd.AnswerNeeded(run, $"{book.WhyNot(run.Question!)} {HowToGoOn(run)}".TrimStart());

    private string HowToGoOn(ConsoleRun run) => book.OptionsFor(run.Question!) switch
    {
        [] => $"No option answers this: byok run answer {run.Id}",
        [var only] => $"Repeat the command with {only}, or answer with byok run answer {run.Id}.",
        var several => $"Repeat the command with one of {string.Join(", ", several)}, or answer with byok run answer {run.Id}.",
    };
}
