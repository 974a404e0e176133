namespace ByokConsole.Core.Revocation;

/// <summary>How sure one of the four dates is.</summary>
public enum MilestoneState
{
    /// <summary>Will not come: it was decided otherwise.</summary>
    NotPlanned,

    /// <summary>No earlier than the date, if the step before it were taken now.</summary>
    Estimated,

    /// <summary>The date hangs on something that has happened: it is fixed.</summary>
    Fixed,

    /// <summary>It has happened, at that date.</summary>
    Happened,
}
