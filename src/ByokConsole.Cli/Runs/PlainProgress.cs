using ByokConsole.Cli.Api.Wire;
using ByokConsole.Cli.Output;

namespace ByokConsole.Cli.Runs;

/// <summary>A line for each thing that happens: for pipes, logs and terminals that cannot redraw.</summary>
internal sealed class PlainProgress(Talk talk) : IRunProgress
{
    private readonly Dictionary<string, (string State, string Note)> _said = [];

    public void Show(ConsoleRun run)
    {
        foreach (var step in run.Steps.Where(step => step.State is not "to_come"))
        {
            var news = (step.State, step.Note);
            if (_said.TryGetValue(step.Name, out var said) && said == news)
                continue;
            _said[step.Name] = news;
            // That a step has begun is no news by itself: the next moment tells what it does.
            if (step is not { State: "running", Note: "" })
                talk.Say($"[{Words.Since(run.CreatedAt)}] {step.Title}: {(step.Note.Length > 0 ? step.Note : Words.Plain(step.State))}");
        }
    }
}
