namespace ByokConsole.Core.Drafts;

/// <summary>The wizard's steps, in order; the lower-case name is the last part of the step's URL.</summary>
public enum DraftStep
{
    Type,
    Region,
    Networking,
    Security,
    Review,
}
