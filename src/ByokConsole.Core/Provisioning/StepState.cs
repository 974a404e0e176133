namespace ByokConsole.Core.Provisioning;

/// <summary>Where one step of a run stands.</summary>
public enum StepState
{
    ToCome,
    Running,
    Waiting,
    Done,
    NotNeeded,
    Failed,
    NeedsPerson,

    /// <summary>A person called the run off at this step. Runs from before this word have Failed there.</summary>
    Cancelled,
}
