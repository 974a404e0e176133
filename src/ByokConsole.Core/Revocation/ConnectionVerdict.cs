namespace ByokConsole.Core.Revocation;

/// <summary>What the window that must be quiet says.</summary>
public enum ConnectionVerdict
{
    /// <summary>A minute of the window has no point, or the metrics could not be asked: not known, and so not quiet.</summary>
    Unknown,

    /// <summary>Somebody was connected in the window.</summary>
    Connected,

    /// <summary>Nobody was connected in any minute of the window, and each has a point.</summary>
    Quiet,
}
