using ByokConsole.Core.Identifiers;
using ByokConsole.Core.Provisioning;

namespace ByokConsole.Core.Revocation;

/// <summary>Whether what a revocation did to a vault key can be taken back, and what that takes.</summary>
public static class WayBack
{
    /// <summary>Why there is no way back, or not yet; null when there is one.</summary>
    /// <param name="consoleNow">The console's clock.</param>
    public static string? Refusal(Run revocation, DateTimeOffset consoleNow)
    {
        if (revocation.Facts.Removal is not { } facts || (facts.KeyDeletedAt is null && facts.KeyDisabledAt is null))
            return "This revocation left the vault key as it was: there is nothing to take back.";
        if (!revocation.HasEnded && revocation.Steps.Any(step => step is { Name: StepNames.RemoveGrants, State: not (StepState.Done or StepState.NotNeeded) }))
            return "The revocation still deals with the grants. Answer that step first.";
        return facts.KeyDeletedAt is not null && FourDates.Of(revocation, consoleNow).KeyUnrecoverable is { State: MilestoneState.Happened }
            ? "The vault has purged the key: nobody can get it back."
            : null;
    }

    /// <summary>Name of the key, for the run's title.</summary>
    internal static string SubjectOf(Run revocation)
        => KeyIdentifier.TryParse(revocation.Input.KeyIdentifier, out var key) ? key.KeyName : revocation.Subject;

    /// <summary>Without an application there is nobody to grant to: only the key comes back.</summary>
    internal static bool Needs(string stepName, RunInput input) => stepName == StepNames.BringKeyBack || input.ApplicationId is not null;
}
