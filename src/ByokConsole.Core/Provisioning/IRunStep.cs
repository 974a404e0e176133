namespace ByokConsole.Core.Provisioning;

/// <summary>
/// One step of a run. It looks first, writes its intent, acts, reads back; the engine records. Running it twice is harmless, after a
/// crash at any point too.
/// </summary>
public interface IRunStep
{
    /// <summary>Name in the journal, stable over versions.</summary>
    string Name { get; }

    /// <summary>Brings the step as far as it goes without waiting.</summary>
    Task<StepOutcome> AdvanceAsync(RunContext context, CancellationToken cancellationToken);
}
