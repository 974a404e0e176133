using ByokConsole.Cli.Api.Wire;

namespace ByokConsole.Cli.Runs;

/// <summary>What the end of a run means for the command that waited for it.</summary>
internal static class RunEnd
{
    /// <summary>Lets a success pass.</summary>
    /// <exception cref="CommandFailure">It failed, was cancelled, or stands still until somebody answers.</exception>
    public static void Require(ConsoleRun run)
    {
        if (run.HasSucceeded)
            return;
        throw run switch
        {
            { State: "cancelled" } => new CommandFailure(ExitCode.RunFailed, "run_cancelled", $"Run {run.Id} was cancelled. {NoteOf(run)}".TrimEnd()),
            { HasEnded: true } => Failed(run),
            _ => AnswerNeeded(run, $"byok run answer {run.Id}"),
        };
    }

    /// <param name="how">What to run, or to say, so that it goes on.</param>
    public static CommandFailure AnswerNeeded(ConsoleRun run, string how)
        => new(ExitCode.AnswerNeeded, new Problem
        {
            Code = "answer_needed",
            Detail = $"Run {run.Id} waits for an answer. {run.Question?.Text} {how}".TrimEnd(),
            Errors = [.. (run.Question?.Choices ?? []).Select(choice => new ProblemError { Code = choice.Id, Detail = choice.Label, Expected = choice.ExpectedText ?? choice.TextLabel })],
        });

    private static CommandFailure Failed(ConsoleRun run) => new(ExitCode.RunFailed, new Problem
    {
        Code = run.Rejection?.Code ?? "run_failed",
        Detail = run.Rejection is { } rejection ? $"Run {run.Id} failed: {rejection.Reason} {rejection.WhatExists}".TrimEnd() : $"Run {run.Id} failed. {NoteOf(run)}".TrimEnd(),
        Errors = run.Rejection?.Errors,
    });

    private static string? NoteOf(ConsoleRun run) => run.Steps.LastOrDefault(step => step.Note.Length > 0)?.Note;
}
