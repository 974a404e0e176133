namespace ByokConsole.Resilience.Twin;

/// <summary>Whether a console lives, stands still or is dead. What is dead neither sends nor writes, whatever its code still does.</summary>
internal sealed class ConsoleLife(string name, bool onlyStalls)
{
    private readonly TaskCompletionSource _stalled = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _wake = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Name { get; } = name;

    public bool IsDead { get; private set; }

    /// <summary>Done once it stands still.</summary>
    public Task Stalled => _stalled.Task;

    /// <summary>True while the next commit is where it is struck.</summary>
    public bool StopsAtCommit { get; set; }

    /// <summary>True while the person who uses it writes: that is no part of the run.</summary>
    public bool IsInUse { get; set; }

    /// <summary>Tells the step that is under way.</summary>
    public Func<Task<string>> StepAsync { get; set; } = () => Task.FromResult("");

    /// <summary>What the person still gets done just before the blow.</summary>
    public Func<Task> LastDeedAsync { get; set; } = () => Task.CompletedTask;

    /// <exception cref="ProcessKilledException">It is dead.</exception>
    public void RequireAlive()
    {
        if (IsDead)
            throw new ProcessKilledException("It is dead already.");
    }

    /// <summary>The blow.</summary>
    /// <exception cref="ProcessKilledException">It was killed.</exception>
    public async Task StopAsync(string where)
    {
        await LastDeedAsync();
        if (onlyStalls)
        {
            _stalled.TrySetResult();
            await _wake.Task;
            return;
        }

        IsDead = true;
        throw new ProcessKilledException(where);
    }

    public void Wake() => _wake.TrySetResult();
}
