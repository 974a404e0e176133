using System.Text.Json;
using ByokConsole.Adapters.Storage.Rows;
using ByokConsole.Core.Drafts;
using ByokConsole.Core.Provisioning;

namespace ByokConsole.Adapters.Storage;

/// <summary>Runs as rows, and back.</summary>
internal static class RunShapes
{
    public static Run ToRun(RunRow row) => new()
    {
        Id = row.Id,
        Kind = row.Kind,
        Subject = row.Subject,
        EnvironmentId = row.EnvironmentId,
        DraftId = row.DraftId,
        StartedBy = row.StartedBy,
        CreatedAt = row.CreatedAt,
        EndedAt = row.EndedAt,
        State = row.State,
        Input = row.Input,
        Facts = row.Facts,
        Steps = [.. row.Steps.OrderBy(step => step.Position).Select(ToStep)],
        Rejection = row.Rejection,
        Question = row.Question,
        Answer = ToAnswer(row.Answer),
        Fence = row.Fence,
        Revision = row.Revision,
        NextLookAt = row.NextLookAt,
    };

    public static RunRow ToRow(Run run, string idempotencyKey)
    {
        var row = new RunRow
        {
            Id = run.Id,
            Kind = run.Kind,
            Subject = run.Subject,
            EnvironmentId = run.EnvironmentId,
            DraftId = run.DraftId,
            StartedBy = run.StartedBy,
            CreatedAt = run.CreatedAt,
            IdempotencyKey = idempotencyKey,
            Input = run.Input,
            Facts = run.Facts,
            Fence = run.Fence,
            Steps = [.. run.Steps.Select((step, position) => new RunStepRow { RunId = run.Id, Position = position, Name = step.Name })],
        };
        Copy(run, row);
        return row;
    }

    /// <summary>Brings the row to what the run says; the input and the fence are not the writer's to change.</summary>
    public static void Copy(Run run, RunRow row)
    {
        row.EndedAt = run.EndedAt;
        row.State = run.State;
        row.Facts = run.Facts;
        row.Rejection = run.Rejection;
        row.Question = run.Question;
        row.Answer = run.Answer is null ? null : JsonSerializer.Serialize(run.Answer, JsonColumns.Options);
        row.NextLookAt = run.NextLookAt;
        foreach (var step in row.Steps)
            Copy(run.Steps[step.Position], step);
    }

    public static RunEventRow ToRow(string runId, RunEvent entry) => new()
    {
        RunId = runId,
        Sequence = entry.Sequence,
        At = entry.At,
        Step = entry.Step,
        IsWarning = entry.IsWarning,
        Text = entry.Text,
        RequestId = entry.RequestId,
    };

    public static RunEvent ToEvent(RunEventRow row) => new(row.Sequence, row.At, row.Step, row.IsWarning, row.Text, row.RequestId);

    /// <summary>Before answers had an author, the column held nothing but the choice.</summary>
    private static PersonAnswer? ToAnswer(string? text) => text switch
    {
        null => null,
        ['{', ..] => JsonColumns.Read<PersonAnswer>(text),
        _ => new PersonAnswer("", text, DraftService.LocalOperator),
    };

    private static void Copy(RunStepRecord step, RunStepRow row)
    {
        row.State = step.State;
        row.StartedAt = step.StartedAt;
        row.EndedAt = step.EndedAt;
        row.IntentAt = step.IntentAt;
        row.IntentCloudTime = step.IntentCloudTime;
        row.EmptyLooks = step.EmptyLooks;
        row.Note = step.Note;
    }

    private static RunStepRecord ToStep(RunStepRow row) => new()
    {
        Name = row.Name,
        State = row.State,
        StartedAt = row.StartedAt,
        EndedAt = row.EndedAt,
        IntentAt = row.IntentAt,
        IntentCloudTime = row.IntentCloudTime,
        EmptyLooks = row.EmptyLooks,
        Note = row.Note,
    };
}
