using ByokConsole.Cli.Api.Wire;
using ByokConsole.Cli.Output;

namespace ByokConsole.Cli.Runs;

/// <summary>The steps of a run, drawn over at each change and each second.</summary>
internal sealed class LiveProgress : IRunProgress, IDisposable
{
    private readonly Lock _lock = new();
    private readonly TextWriter _errors;
    private readonly Timer _clock;
    private ConsoleRun? _run;
    private int _drawn;

    public LiveProgress(TextWriter errors)
    {
        _errors = errors;
        _clock = new Timer(_ => Draw(), null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));
    }

    public void Show(ConsoleRun run)
    {
        lock (_lock)
            _run = run;
        Draw();
    }

    public void Dispose()
    {
        using var stopped = new ManualResetEvent(false);
        if (_clock.Dispose(stopped))
            stopped.WaitOne();
    }

    private void Draw()
    {
        lock (_lock)
        {
            if (_run is null)
                return;
            var lines = RunLines.Of(_run, Terminal.Width - 1);
            var back = _drawn == 0 ? "" : $"\e[{_drawn}A\e[J";
            _errors.Write(back + string.Join('\n', lines) + "\n");
            _drawn = lines.Count;
        }
    }
}
