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
}
