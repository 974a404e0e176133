using ByokConsole.Core.Identifiers;
using ByokConsole.Core.Provisioning;
using ByokConsole.Core.Revocation.Words;

namespace ByokConsole.Core.Revocation;

/// <summary>Whether what a revocation did to a vault key can be taken back, and what that takes.</summary>
public static class WayBack
{
    /// <summary>Why there is no way back, or not yet; null when there is one.</summary>
    /// <param name="consoleNow">The console's clock.</param>
    public static string? Refusal(Run revocation, DateTimeOffset consoleNow)
    {
        if (revocation.Facts.Removal is not { } facts || (facts.KeyDeletedAt is null && facts.KeyDisabledAt is null))
            return WayBackSteps.NothingToTakeBack;
        if (!revocation.HasEnded && revocation.Steps.Any(step => step is { Name: StepNames.RemoveGrants, State: not (StepState.Done or StepState.NotNeeded) }))
            return WayBackSteps.GrantsFirst;
        return facts.KeyDeletedAt is not null && FourDates.Of(revocation, consoleNow).KeyUnrecoverable is { State: MilestoneState.Happened }
            ? WayBackSteps.TooLate
            : null;
    }

    /// <summary>Name of the key, for the run's title.</summary>
    internal static string SubjectOf(Run revocation)
        => KeyIdentifier.TryParse(revocation.Input.KeyIdentifier, out var key) ? key.KeyName : revocation.Subject;

    /// <summary>Without an application there is nobody to grant to: only the key comes back.</summary>
    internal static bool Needs(string stepName, RunInput input) => stepName == StepNames.BringKeyBack || input.ApplicationId is not null;
}
