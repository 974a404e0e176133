using ByokConsole.Core.Provisioning.Words;

namespace ByokConsole.Core.Provisioning;

/// <summary>The state machine of a run, without any input or output: each function gives the run's next state.</summary>
public static class RunProgress
{
    /// <summary>Index of the step that is under way; the number of steps when all are through.</summary>
    public static int Current(Run run)
    {
        var index = 0;
        while (index < run.Steps.Count && run.Steps[index].State is StepState.Done or StepState.NotNeeded)
            index++;
        return index;
    }

    /// <summary>The step under way, marked as started.</summary>
    public static Run Start(Run run, DateTimeOffset now)
        => WithStep(run, step => step with { State = StepState.Running, StartedAt = now });

    /// <summary>
    /// The step's intent, written before it acts. The first intent of unknown outcome sets the time that creations are compared with,
    /// unless <paramref name="afresh"/> says that a person has ruled that attempt out.
    /// </summary>
    public static Run Intend(Run run, string note, DateTimeOffset? cloudTime, bool afresh, DateTimeOffset now)
        => WithStep(run, step => step with
        {
            State = StepState.Running,
            Note = note,
            IntentAt = now,
            IntentCloudTime = (afresh ? null : step.IntentCloudTime) ?? cloudTime ?? now,
            EmptyLooks = 0,
        }) with { Answer = null };

    /// <summary>The run after a step's outcome: the next step starts, or the run waits, asks or ends.</summary>
    public static Run After(Run run, StepOutcome outcome, DateTimeOffset now)
    {
        var facts = outcome.Facts ?? run.Facts;
        if (outcome.Deed is { } deed)
            facts = facts with { Deeds = [.. facts.Deeds, deed] };
        var next = run with { Facts = facts, Question = null, Answer = null, NextLookAt = null };
        return outcome switch
        {
            StepOutcome.Done done => Passed(next, StepState.Done, done.Note, now),
            StepOutcome.NotNeeded skipped => Passed(next, StepState.NotNeeded, skipped.Note, now),
            StepOutcome.Wait wait => WithStep(next, step => Waiting(step, wait)) with { NextLookAt = now + wait.Delay, Question = wait.Question },
            StepOutcome.Ask ask => WithStep(next, step => step with { State = StepState.NeedsPerson, Note = AnyRun.WaitsForAnswer })
                with { State = RunState.NeedsPerson, Question = ask.Question },
            StepOutcome.Fail fail => WithStep(
                next, step => step with { State = StepState.Failed, EndedAt = now, Note = fail.Rejection.Reason })
                with { State = RunState.Failed, EndedAt = now, Rejection = fail.Rejection },
            _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
        };
    }

    /// <summary>The person's answer: the step that asked goes on with it.</summary>
    public static Run Answered(Run run, PersonAnswer answer, Deed deed)
        => WithStep(run, step => step with { State = StepState.Running })
            with
        {
            State = RunState.Running,
            Question = null,
            Answer = answer,
            NextLookAt = null,
            Facts = run.Facts with { Deeds = [.. run.Facts.Deeds, deed] },
        };

    /// <summary>The run, ended by a person while it could be.</summary>
    public static Run Cancelled(Run run, string note, DateTimeOffset now)
        => WithStep(run, step => step with { State = StepState.Cancelled, EndedAt = now, Note = note })
            with { State = RunState.Cancelled, EndedAt = now, Question = null, NextLookAt = null };

    private static Run Passed(Run run, StepState state, string note, DateTimeOffset now)
    {
        var passed = WithStep(run, step => step with { State = state, EndedAt = now, Note = note });
        return Current(passed) == passed.Steps.Count
            ? passed with { State = RunState.Succeeded, EndedAt = now }
            : Start(passed, now);
    }

    private static RunStepRecord Waiting(RunStepRecord step, StepOutcome.Wait wait) => step with
    {
        State = StepState.Waiting,
        Note = wait.Reason,
        IntentAt = wait.Withdrawn ? null : step.IntentAt,
        IntentCloudTime = wait.Withdrawn ? null : step.IntentCloudTime,
        EmptyLooks = wait.FoundNothing ? step.EmptyLooks + 1 : step.EmptyLooks,
    };

    private static Run WithStep(Run run, Func<RunStepRecord, RunStepRecord> change)
    {
        var current = Current(run);
        return run with { Steps = [.. run.Steps.Select((step, index) => index == current ? change(step) : step)] };
    }
}
