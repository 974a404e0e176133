namespace ByokConsole.Core.Provisioning;

/// <summary>Where a run stands. The last three are ends.</summary>
public enum RunState
{
    Running,

    /// <summary>It asked a person a question and goes on when that is answered.</summary>
    NeedsPerson,
    Succeeded,
    Failed,
    Cancelled,
}
