using System.Diagnostics;
using System.Text.RegularExpressions;

namespace ByokConsole.TestProcesses;

/// <summary>A console or a sandbox as a process of its own: it can be killed, and started again as it was the first time.</summary>
public sealed partial class ServerProcess : IAsyncDisposable
{
    /// <summary>A soak's process writes for hours.</summary>
    private const int MostLines = 20_000;

    /// <summary>A build machine may be busy.</summary>
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(3);

    private readonly ProcessStartInfo _start;
    private readonly Queue<string> _lines = [];
    private Process? _process;

    private ServerProcess(ProcessStartInfo start) => _start = start;

    /// <summary>Where it said that it listens when it was started last.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>False once it was killed.</summary>
    public bool IsAlive => _process is not null;

    /// <summary>What it and those that were killed before it wrote, newest lines last; all of it unless that is very much.</summary>
    public string Output
    {
        get
        {
            lock (_lines)
                return string.Join('\n', _lines);
        }
    }

    /// <summary>Memory that it has of the machine, in MB; none while it is killed.</summary>
    public double Megabytes => Measure(process => process.WorkingSet64) / 1024.0 / 1024.0;

    /// <summary>Time that processors worked for it, on all its threads.</summary>
    public TimeSpan ProcessorTime => Measure(process => process.TotalProcessorTime);

    private Process Running => _process ?? throw new InvalidOperationException("The process does not run.");

    /// <summary>Starts it, and waits until it says that it is ready.</summary>
    /// <exception cref="InvalidOperationException">It ended before.</exception>
    /// <exception cref="TimeoutException">It did not come to it.</exception>
    public static async Task<ServerProcess> StartAsync(ProcessStartInfo start)
    {
        var server = new ServerProcess(start);
        await server.StartAsync();
        return server;
    }

    /// <summary>Starts it again after it was killed; it may listen elsewhere.</summary>
    public async Task StartAsync()
    {
        var ready = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        _process = new Process { StartInfo = _start };
        _process.OutputDataReceived += (_, e) => Read(e.Data, ready);
        _process.ErrorDataReceived += (_, e) => Read(e.Data, ready);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        try
        {
            await Task.WhenAny(ready.Task, _process.WaitForExitAsync()).WaitAsync(StartLimit);
            Address = ready.Task.IsCompleted ? await ready.Task : throw new InvalidOperationException($"It ended before it was ready:\n{Output}");
        }
        catch
        {
            await KillAsync();
            throw;
        }
    }

    /// <summary>kill -9: nothing is flushed, nothing is said. Its output is complete afterwards.</summary>
    public async Task KillAsync()
    {
        if (Interlocked.Exchange(ref _process, null) is not { } process)
            return;
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    /// <summary>kill -9, and the same again.</summary>
    public async Task KillAndRestartAsync()
    {
        await KillAsync();
        await StartAsync();
    }

    /// <summary>Stops it in its tracks, as a machine that is out of breath does.</summary>
    public Task StallAsync() => SignalAsync("STOP");

    /// <summary>Lets it go on where it was.</summary>
    public Task WakeUpAsync() => SignalAsync("CONT");

    public async ValueTask DisposeAsync() => await KillAsync();

    private async Task SignalAsync(string name)
    {
        using var kill = Process.Start("kill", [$"-{name}", $"{Running.Id}"]);
        await kill.WaitForExitAsync();
    }

    private T Measure<T>(Func<Process, T> measure)
        where T : struct
    {
        try
        {
            _process?.Refresh();
            return _process is { } process ? measure(process) : default;
        }
        catch (InvalidOperationException)
        {
            // It was killed just now.
            return default;
        }
    }

    private void Read(string? line, TaskCompletionSource<Uri> ready)
    {
        if (line is null)
            return;
        lock (_lines)
        {
            _lines.Enqueue(line);
            if (_lines.Count > MostLines)
                _lines.Dequeue();
        }

        if (ReadyLine().Match(line) is { Success: true } match)
            ready.TrySetResult(new Uri(match.Groups["url"].Value));
    }

    [GeneratedRegex(@" is ready: (?<url>http://(?:127\.0\.0\.1|localhost|\[::1\]):\d+)")]
    private static partial Regex ReadyLine();
}
