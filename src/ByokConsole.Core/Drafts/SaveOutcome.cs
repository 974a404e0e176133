namespace ByokConsole.Core.Drafts;

/// <summary>What became of a save.</summary>
public enum SaveOutcome
{
    Saved,

    /// <summary>Another tab saved first; nothing was written.</summary>
    ChangedElsewhere,

    /// <summary>The draft was discarded; nothing was written.</summary>
    Gone,
}
