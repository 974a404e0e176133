namespace ByokConsole.Resilience.Blows;

/// <summary>One place at which a console may be struck: the nth write to a cloud of a step, or the nth commit of a run.</summary>
/// <param name="Step">The step under way; empty before the first.</param>
/// <param name="Ordinal">Counts from 1: writes to clouds within their step, commits within the run.</param>
/// <param name="What">The write in words, as it was first seen.</param>
public sealed record Point(string Scenario, string Step, int Ordinal, Moment Moment, string What)
{
    public bool IsCommit => Moment is Moment.BeforeCommit or Moment.AfterCommit;

    /// <summary>Names it in a case's id.</summary>
    public string Id => $"{Scenario}/{(IsCommit ? "commit" : Step)}.{Ordinal}/{Moment}";
}
