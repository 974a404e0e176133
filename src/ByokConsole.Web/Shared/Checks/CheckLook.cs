using ByokConsole.Core.Preflight;

namespace ByokConsole.Web.Shared.Checks;

/// <summary>Status and word of a check's state: the word is always there, so that neither icon nor colour says it alone.</summary>
public sealed record CheckLook(Status Status, string Word)
{
    public static CheckLook Of(CheckState state) => state switch
    {
        CheckState.Pass => new(Status.Pass, "Pass"),
        CheckState.Warn => new(Status.Warn, "Warning"),
        CheckState.Fail => new(Status.Fail, "Fail"),
        CheckState.Waiting => new(Status.Wait, "Taking effect"),
        CheckState.Skipped => new(Status.Skip, "Cannot see"),
        CheckState.NotAsked => new(Status.Next, "To come"),
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };
}
