using ByokConsole.Cli.Api.Wire;
using ByokConsole.Cli.Output;

namespace ByokConsole.Cli.Runs;

/// <summary>A run in lines that fit a terminal: each is one line there, or drawing over would go wrong.</summary>
internal static class RunLines
{
    public static IReadOnlyList<string> Of(ConsoleRun run, int width)
    {
        List<string> lines = [Cut($"{Words.Plain(run.Kind)} {run.Subject} ({run.Id}) {Words.Since(run.CreatedAt, run.EndedAt)}", width)];
        foreach (var step in run.Steps)
        {
            lines.Add(Color.OfState(step.State, Cut($"  {Mark(step.State)} {step.Title}{Elapsed(step)}", width)));
            if (step.State is not ("to_come" or "done" or "not_needed") && step.Note.Length > 0)
                lines.AddRange(Wrap(step.Note, width - 6).Select(line => $"      {line}"));
        }
        return lines;
    }

    public static IEnumerable<string> Wrap(string text, int width)
    {
        var line = "";
        foreach (var word in text.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Select(word => Cut(word, width)))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                yield return line;
                line = "";
            }
            line = line.Length == 0 ? word : $"{line} {word}";
        }
        if (line.Length > 0)
            yield return line;
    }

    private static string Elapsed(RunStep step)
        => step.StartedAt is { } started && step.State is not ("to_come" or "not_needed") ? $"  {Words.Since(started, step.EndedAt)}" : "";

    private static string Mark(string state) => state switch
    {
        "done" => "\u2713",
        "failed" => "\u2717",
        "needs_person" => "?",
        "running" or "waiting" => "\u2026",
        "not_needed" => "-",
        _ => "\u00b7",
    };

    private static string Cut(string text, int width) => text.Length <= width ? text : text[..Math.Max(width - 1, 1)] + "\u2026";
}
