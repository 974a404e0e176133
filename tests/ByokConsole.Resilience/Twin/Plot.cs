using ByokConsole.Resilience.Blows;

namespace ByokConsole.Resilience.Twin;

/// <summary>
/// What is to happen in one run, and what did: counts the writes and commits that the first console comes to, says where it is struck, and which
/// attempts of that write suffer the fault. Without a case it only takes notes.
/// </summary>
internal sealed class Plot(string scenario, Case? one)
{
    private readonly Dictionary<string, int> _writes = [];
    private readonly List<Point> _seen = [];
    private int _commits;
    private int _faultyAttempts = one is null ? 0 : Weather.Of(one).FaultyAttempts;
    private string? _faulty;

    public Weather Weather { get; } = one is null ? Weather.Calm : Weather.Of(one);

    /// <summary>True once the blow has fallen.</summary>
    public bool IsStruck { get; private set; }

    /// <summary>The step that was struck.</summary>
    public string? StruckStep { get; private set; }

    /// <summary>Every write and commit of the consoles, in order, for whoever reads along.</summary>
    public List<string> Trace { get; } = [];

    /// <summary>Where this run could have been struck.</summary>
    public IReadOnlyList<Point> Points => _seen;

    /// <summary>A write to a cloud comes up: where it is struck, if it is, and what befalls it.</summary>
    public (Moment? Struck, Fault Fault) Write(string step, string what)
    {
        if (IsStruck)
            return (null, what == _faulty ? NextFault() : Fault.None);
        var ordinal = _writes[step] = _writes.GetValueOrDefault(step) + 1;
        foreach (var moment in (Moment[])[Moment.BeforeSend, Moment.AfterSend, Moment.AfterReply, Moment.Spared])
            _seen.Add(new Point(scenario, step, ordinal, moment, what));
        if (one is not { Point.IsCommit: false } || one.Point.Step != step || one.Point.Ordinal != ordinal)
            return (null, Fault.None);
        (IsStruck, StruckStep, _faulty) = (true, step, what);
        // What is struck before it leaves meets the fault when it is tried again.
        return (one.Point.Moment, one.Point.Moment is Moment.BeforeSend ? Fault.None : NextFault());
    }

    /// <summary>A commit comes up: where it is struck, if it is.</summary>
    public Moment? Commit(string step, string what)
    {
        if (IsStruck)
            return null;
        _commits++;
        foreach (var moment in (Moment[])[Moment.BeforeCommit, Moment.AfterCommit])
            _seen.Add(new Point(scenario, step, _commits, moment, what));
        if (one is not { Point.IsCommit: true } || one.Point.Ordinal != _commits)
            return null;
        (IsStruck, StruckStep) = (true, step);
        return one.Point.Moment;
    }

    private Fault NextFault() => _faultyAttempts-- > 0 ? one!.Fault : Fault.None;
}
